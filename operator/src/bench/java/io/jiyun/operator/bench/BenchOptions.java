package io.jiyun.operator.bench;

import java.nio.file.Path;
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
        Arguments given = new Arguments(arguments);
        BenchOptions options =
                new BenchOptions(
                        given.number("--quotas", 200),
                        given.number("--namespaces", 5),
                        given.number("--steady-seconds", 30),
                        given.number("--scale", 0),
                        given.json());
        given.refuseOthers(
                "bench converge [--quotas 200] [--namespaces 5] [--steady-seconds 30]"
                        + " [--scale 0] [--json FILE]");
        return options;
    }
}
