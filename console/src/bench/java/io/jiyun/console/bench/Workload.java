package io.jiyun.console.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure.
 *
 * @param thinkMillis how long each session waits between two requests
 * @param databaseUrl null for a fresh embedded database
 * @param json where the figures go besides the table
 */
record Workload(
        int requests,
        int bureaus,
        int sessions,
        int rounds,
        int thinkMillis,
        int approvals,
        Optional<String> databaseUrl,
        Optional<Path> json) {
    private static final String USAGE =
            "usage: bench console [--requests 10000] [--bureaus 1000] [--sessions 100]"
                    + " [--rounds 10] [--think-millis 2000] [--approvals 500]"
                    + " [--database-url URL] [--json FILE]";

    static Workload parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            given.put(arguments[index], arguments[index + 1]);
        }
        Workload workload =
                new Workload(
                        number(given, "--requests", 10_000),
                        number(given, "--bureaus", 1_000),
                        number(given, "--sessions", 100),
                        number(given, "--rounds", 10),
                        number(given, "--think-millis", 2_000),
                        number(given, "--approvals", 500),
                        Optional.ofNullable(given.remove("--database-url")),
                        Optional.ofNullable(given.remove("--json")).map(Path::of));
        boolean enough = workload.approvals <= workload.bureaus;
        if (!given.isEmpty() || arguments.length % 2 != 0 || !enough) {
            throw new IllegalArgumentException(USAGE);
        }
        return workload;
    }

    private static int number(Map<String, String> given, String option, int usual) {
        String text = given.remove(option);
        return text == null ? usual : Integer.parseInt(text);
    }

    Map<String, Object> described() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("requests", requests);
        all.put("bureaus", bureaus);
        all.put("sessions", sessions);
        all.put("thinkMillis", thinkMillis);
        all.put("approvals", approvals);
        all.put("database", databaseUrl.isPresent() ? "PostgreSQL" : "H2");
        all.put("cluster", "simulated");
        return all;
    }
}
