package io.jiyun.operator.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Options of a benchmark, as pairs of name and value. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final boolean paired;

    Arguments(String... arguments) {
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            values.put(arguments[index], arguments[index + 1]);
        }
        paired = arguments.length % 2 == 0;
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
        if (!values.isEmpty() || !paired) {
            throw new IllegalArgumentException("usage: " + usage);
        }
    }
}
