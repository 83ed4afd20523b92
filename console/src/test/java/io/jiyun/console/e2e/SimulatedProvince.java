package io.jiyun.console.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The operator as its own process with the simulated province, as the demo runs it. */
final class SimulatedProvince implements AutoCloseable {
    private static final Path JAR = Path.of("../operator/target/operator.jar");

    private final Process process;
    private final Path data;

    private SimulatedProvince(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    static SimulatedProvince start(Path data) throws IOException {
        Missing.unless(
                Files.exists(JAR),
                "operator/target/operator.jar is needed; build the operator first");
        int port = freePort();
        Path log = Files.createDirectories(data).resolve("operator.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                JAR.toString(),
                                "--simulated",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        SimulatedProvince province = new SimulatedProvince(process, data);
        try {
            Awaitility.await("the operator to be ready; see " + log)
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || isReady(port));
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (RuntimeException e) {
            province.close();
            throw e;
        }
        return province;
    }

    Path kubeconfig() {
        return data.resolve("simulation/kubeconfig");
    }

    String prometheusUrl() {
        try {
            return Files.readString(data.resolve("simulation/prometheus.url")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("the simulation wrote no Prometheus address", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static boolean isReady(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port + "/readyz");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
