package io.jiyun.operator.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Options of a benchmark: names with a value, or by themselves. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    Arguments(String... arguments) {
        for (int index = 0; index < arguments.length; index++) {
            if (index + 1 < arguments.length && !arguments[index + 1].startsWith("--")) {
                values.put(arguments[index], arguments[++index]);
            } else {
                flags.add(arguments[index]);
            }
        }
    }

    boolean isGiven(String flag) {
        return flags.remove(flag);
    }

    int number(String option, int usual) {
        String text = values.remove(option);
        return text == null ? usual : Integer.parseInt(text);
    }

    List<Integer> numbers(String option, String usual) {
        String text = values.remove(option);
        return Stream.of((text == null ? usual : text).split(",")).map(Integer::valueOf).toList();
    }

    Optional<Path> json() {
        return Optional.ofNullable(values.remove("--json")).map(Path::of);
    }

    void refuseOthers(String usage) {
        if (!values.isEmpty() || !flags.isEmpty()) {
            throw new IllegalArgumentException("usage: " + usage);
        }
    }
}
