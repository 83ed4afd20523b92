package io.jiyun.operator.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operator's jar as a process, as an installation runs it. */
final class MeasuredOperator implements AutoCloseable {
    private static final Pattern CALLS =
            Pattern.compile("jiyun_api_calls_total\\{[^}]*verb=\"(\\w+)\"[^}]*} ([0-9.E]+)");
    private static final Pattern AUDITED =
            Pattern.compile("jiyun_audit_refusals_total\\{[^}]*} ([0-9.E]+)");
    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"} ([0-9.E]+)");

    private final Process process;
    private final URI metrics;
    private final HttpClient http = HttpClient.newHttpClient();

    private MeasuredOperator(Process process, int port) {
        this.process = process;
        metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    /** Where the JVM keeps what it learnt of the operator's classes in a training run. */
    static Path cache() {
        return jar().resolveSibling("operator.aot");
    }

    /** A cache older than the jar is not used by the JVM. */
    static boolean isTrained() throws IOException {
        if (!Files.isRegularFile(cache())) {
            return false;
        }
        long since = Files.getLastModifiedTime(cache()).toMillis();
        // The JVM checks the jar it is given, not those its manifest names.
        try (Stream<Path> libraries = Files.list(jar().resolveSibling("lib"))) {
            return Stream.concat(Stream.of(jar()), libraries)
                    .noneMatch(file -> file.toFile().lastModified() > since);
        }
    }

    /**
     * Starts it.
     *
     * @param more arguments of its command line
     */
    static MeasuredOperator start(Path kubeconfig, Path log, String... more) throws IOException {
        return isTrained()
                ? start(kubeconfig, log, "-XX:AOTCache=" + cache(), more)
                : start(kubeconfig, log, "-XX:AOTCacheOutput=" + cache(), more);
    }

    private static MeasuredOperator start(
            Path kubeconfig, Path log, String aheadOfTime, String... more) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path jar = jar();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-XX:+UseCompactObjectHeaders");
        String extra = System.getenv("JIYUN_BENCH_JAVA_OPTIONS");
        if (extra != null) {
            command.addAll(List.of(extra.split(" ")));
        }
        command.add(aheadOfTime);
        command.addAll(
                List.of(
                        "-jar",
                        jar.toString(),
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "--port",
                        Integer.toString(port)));
        command.addAll(List.of(more));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new MeasuredOperator(process, port);
    }

    private static Path jar() {
        for (String place : List.of("operator/target/operator.jar", "target/operator.jar")) {
            if (Files.isRegularFile(Path.of(place))) {
                return Path.of(place).toAbsolutePath();
            }
        }
        throw new IllegalStateException("operator.jar is not built");
    }

    /** Writes to API servers since the start. */
    long writes() throws IOException, InterruptedException {
        Matcher matcher = CALLS.matcher(metrics());
        double writes = 0;
        while (matcher.find()) {
            if (!matcher.group(1).equals("GET")) {
                writes += Double.parseDouble(matcher.group(2));
            }
        }
        return Math.round(writes);
    }

    long heapBytes() throws IOException, InterruptedException {
        Matcher matcher = HEAP.matcher(metrics());
        return matcher.find() ? (long) Double.parseDouble(matcher.group(1)) : -1;
    }

    long residentKilobytes() throws IOException {
        return status("VmRSS:");
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElse(-1);
    }

    /** Refusals that the audit stream told of. */
    long refusalsAudited() throws IOException, InterruptedException {
        Matcher matcher = AUDITED.matcher(metrics());
        return matcher.find() ? (long) Double.parseDouble(matcher.group(1)) : 0;
    }

    private String metrics() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(metrics).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
