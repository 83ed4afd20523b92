package io.jiyun.operator.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure.
 *
 * @param scale quotas for the larger memory measurement; 0 leaves it out
 * @param json where the figures go besides the table
 */
record BenchOptions(
        int quotas, int namespaces, int steadySeconds, int scale, Optional<Path> json) {

    static BenchOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            values.put(arguments[index], arguments[index + 1]);
        }
        BenchOptions options =
                new BenchOptions(
                        number(values, "--quotas", 200),
                        number(values, "--namespaces", 5),
                        number(values, "--steady-seconds", 30),
                        number(values, "--scale", 0),
                        Optional.ofNullable(values.remove("--json")).map(Path::of));
        if (!values.isEmpty() || arguments.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "usage: bench converge [--quotas 200] [--namespaces 5] [--steady-seconds 30]"
                            + " [--scale 0] [--json FILE]");
        }
        return options;
    }

    private static int number(Map<String, String> values, String option, int usual) {
        String text = values.remove(option);
        return text == null ? usual : Integer.parseInt(text);
    }
}
