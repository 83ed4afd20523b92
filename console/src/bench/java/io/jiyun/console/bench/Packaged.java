package io.jiyun.console.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the product as it is packaged. */
final class Packaged implements AutoCloseable {
    private static final long PATIENCE_MILLIS = Duration.ofMinutes(3).toMillis();
    private static final long POLL_MILLIS = 200;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private final Process process;

    private Packaged(Process process) {
        this.process = process;
    }

    static Packaged start(HttpClient http, Path log, String readiness, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("java").toString(), "-jar"));
        command.addAll(arguments);
        Packaged started =
                new Packaged(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile())
                                .start());
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!answers(http, readiness)) {
            if (!started.process.isAlive() || System.currentTimeMillis() > end) {
                started.close();
                throw new IllegalStateException(Files.readString(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
        return started;
    }

    private static boolean answers(HttpClient http, String address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Lets it drop what nobody refers to any more. */
    void collectGarbage() throws IOException, InterruptedException {
        for (int twice = 0; twice < 2; twice++) {
            Process jcmd =
                    new ProcessBuilder(
                                    JAVA.resolve("jcmd").toString(),
                                    Long.toString(process.pid()),
                                    "GC.run")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException("jcmd cannot reach the console");
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
