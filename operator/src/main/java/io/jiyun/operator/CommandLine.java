package io.jiyun.operator;

import io.jiyun.operator.audit.AuditEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator was told to do.
 *
 * @param kubeconfig of the hub; empty for the usual places (KUBECONFIG, home, the pod's own
 *     account)
 * @param address where probes and metrics are served; the loopback address unless told otherwise
 * @param audit where audit streams of clouds are received; empty for nowhere
 * @param leaderElection empty for a single operator
 * @param simulation the simulated clouds to start first; empty for real ones
 * @param seedExample whether to declare an example in a cluster that has no cloud declared
 */
public record CommandLine(
        Optional<Path> kubeconfig,
        int port,
        String address,
        Optional<AuditEndpoint> audit,
        Optional<LeaderElection> leaderElection,
        Optional<Simulated> simulation,
        boolean seedExample) {

    /** Where a simulated province lives, and what it is made of where that is not the usual one. */
    public record Simulated(Path data, Optional<Path> seed) {}

    /** A command line that cannot be followed, with a sentence that says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    static final String USAGE =
            "usage: java -jar operator.jar [--kubeconfig FILE] [--port 8081] [--address 127.0.0.1]"
                    + " [--audit-port PORT [--audit-address 127.0.0.1] [--audit-tls-directory DIR]]"
                    + " [--leader-election NAMESPACE [--lease-seconds 15]] [--simulated --data DIR"
                    + " [--seed FILE]] [--seed-example]";

    private static final Set<String> WITH_VALUE =
            Set.of(
                    "--kubeconfig",
                    "--port",
                    "--address",
                    "--audit-port",
                    "--audit-address",
                    "--audit-tls-directory",
                    "--leader-election",
                    "--lease-seconds",
                    "--data",
                    "--seed");

    static CommandLine parse(String... arguments) throws Refused {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (int index = 0; index < arguments.length; index++) {
            String argument = arguments[index];
            if (argument.equals("--simulated") || argument.equals("--seed-example")) {
                flags.add(argument);
            } else if (!WITH_VALUE.contains(argument)) {
                throw new Refused("unknown option " + argument + "; " + USAGE);
            } else if (index + 1 == arguments.length || arguments[index + 1].startsWith("--")) {
                throw new Refused("option " + argument + " needs a value; " + USAGE);
            } else {
                values.put(argument, arguments[++index]);
            }
        }
        boolean simulated = flags.contains("--simulated");
        if (simulated && !values.containsKey("--data")) {
            throw new Refused("--simulated needs --data DIR, where the simulation keeps its files");
        }
        if (!simulated && (values.containsKey("--data") || values.containsKey("--seed"))) {
            throw new Refused("--data and --seed belong to --simulated");
        }
        if (simulated && values.containsKey("--kubeconfig")) {
            throw new Refused("give either --kubeconfig or --simulated, not both");
        }
        return new CommandLine(
                file(values.get("--kubeconfig"), "--kubeconfig"),
                number("--port", values.getOrDefault("--port", "8081"), 0, 65_535),
                values.getOrDefault("--address", "127.0.0.1"),
                audit(values),
                leaderElection(values),
                simulated
                        ? Optional.of(
                                new Simulated(
                                        Path.of(values.get("--data")),
                                        file(values.get("--seed"), "--seed")))
                        : Optional.empty(),
                flags.contains("--seed-example"));
    }

    private static Optional<AuditEndpoint> audit(Map<String, String> values) throws Refused {
        String port = values.get("--audit-port");
        String directory = values.get("--audit-tls-directory");
        if (port == null) {
            if (directory != null || values.containsKey("--audit-address")) {
                throw new Refused("--audit-address and --audit-tls-directory need --audit-port");
            }
            return Optional.empty();
        }
        return Optional.of(
                new AuditEndpoint(
                        values.getOrDefault("--audit-address", "127.0.0.1"),
                        number("--audit-port", port, 0, 65_535),
                        Optional.ofNullable(directory).map(Path::of)));
    }

    private static Optional<LeaderElection> leaderElection(Map<String, String> values)
            throws Refused {
        String namespace = values.get("--leader-election");
        String seconds = values.get("--lease-seconds");
        if (namespace == null && seconds != null) {
            throw new Refused("--lease-seconds belongs to --leader-election");
        }
        if (namespace == null) {
            return Optional.empty();
        }
        Duration lease =
                seconds == null
                        ? LeaderElection.USUAL_LEASE
                        : Duration.ofSeconds(number("--lease-seconds", seconds, 3, 300));
        return Optional.of(new LeaderElection(namespace, lease));
    }

    private static Optional<Path> file(@Nullable String name, String option) throws Refused {
        if (name == null) {
            return Optional.empty();
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new Refused(option + ": there is no readable file " + name);
        }
        return Optional.of(file);
    }

    private static int number(String option, String text, int least, int most) throws Refused {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of range.
        }
        throw new Refused(option + ": " + text + " is not a number from " + least + " to " + most);
    }
}
