package io.jiyun.operator.simulation.server;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The five letters the API appends to {@code generateName}. */
final class NameSuffix {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private NameSuffix() {}

    static String appendedTo(String prefix) {
        return prefix
                + ThreadLocalRandom.current()
                        .ints(5, 0, LETTERS.length())
                        .mapToObj(index -> LETTERS.substring(index, index + 1))
                        .collect(Collectors.joining());
    }
}
