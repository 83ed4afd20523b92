package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jiyun.operator.audit.AuditEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * One etcd, API server and controller manager of its own, started by the scripts of the testbed.
 */
public final class ControlPlane implements Cluster {
    private static final int PORTS = 7;
    private static final int AUDIT_PORT = 6;

    private final Path directory;
    private final Optional<AuditEndpoint> audit;
    private final KubernetesClient admin;
    private final Thread atExit = new Thread(this::stop);

    private ControlPlane(Path directory, Optional<AuditEndpoint> audit) {
        this.directory = directory;
        this.audit = audit;
        admin = new KubernetesClientBuilder().withConfig(config("kubeconfig")).build();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a control plane; {@code variables} are those at the top of the script {@code up}. */
    public static ControlPlane start(Map<String, String> variables) {
        return start(directory(), freePorts(), variables, Optional.empty());
    }

    /** Starts one whose API server sends its audit stream to {@link #audit}. */
    public static ControlPlane start(AuditStream stream) {
        Path directory = directory();
        int ports = freePorts();
        AuditEndpoint endpoint = AuditStream.endpoint(directory, ports + AUDIT_PORT);
        return start(directory, ports, stream.variables(endpoint), Optional.of(endpoint));
    }

    private static ControlPlane start(
            Path directory,
            int ports,
            Map<String, String> variables,
            Optional<AuditEndpoint> audit) {
        try {
            run(
                    variables,
                    scripts().resolve("up").toString(),
                    directory.resolve("plane").toString(),
                    Integer.toString(ports));
            return new ControlPlane(directory.resolve("plane"), audit);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("jiyun-testbed-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where an operator is to listen for its audit stream; empty where it sends none. */
    public Optional<AuditEndpoint> audit() {
        return audit;
    }

    @Override
    public KubernetesClient admin() {
        return admin;
    }

    public Path adminKubeconfig() {
        return directory.resolve("kubeconfig");
    }

    /** Of user jiyun-operator, who may do what the chart allows and nothing else. */
    public Path operatorKubeconfig() {
        return directory.resolve("operator.kubeconfig");
    }

    /** Where the API server listens on the loopback address. */
    public int port() {
        return URI.create(admin.getConfiguration().getMasterUrl()).getPort();
    }

    /** The operator's kubeconfig with everything embedded, for the API server seen at a port. */
    public String operatorKubeconfigAt(int port) {
        Config own = operatorConfig();
        try {
            byte[] authority = Files.readAllBytes(Path.of(own.getCaCertFile()));
            return KubeconfigText.of(
                    "https://127.0.0.1:" + port,
                    "certificate-authority-data: " + Base64.getEncoder().encodeToString(authority),
                    "token: " + own.getAutoOAuthToken());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same in a file. */
    public Path operatorKubeconfigFileAt(int port) {
        try {
            return Files.writeString(
                    directory.resolve("operator-" + port + ".kubeconfig"),
                    operatorKubeconfigAt(port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Config operatorConfig() {
        return config("operator.kubeconfig");
    }

    /** Stops a process the hard way: apiserver, manager or etcd. */
    public void kill(String process) {
        try {
            Path file = directory.resolve(process + ".pid");
            ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .ifPresent(handle -> {
                        handle.destroyForcibly();
                        handle.onExit().join();
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a killed process again as it was. */
    public void revive(String process) {
        try {
            Process started =
                    new ProcessBuilder("sh", process + ".run")
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            directory.resolve(process + ".log").toFile()))
                            .start();
            Files.writeString(directory.resolve(process + ".pid"), started.pid() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        admin.close();
        stop();
    }

    private void stop() {
        try {
            run(Map.of(), scripts().resolve("down").toString(), directory.toString());
            try (Stream<Path> files = Files.walk(directory.resolveSibling("."))) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Config config(String file) {
        return new ConfigBuilder(Config.fromKubeconfig(directory.resolve(file).toFile()))
                .withMaxConcurrentRequestsPerHost(64)
                .build();
    }

    /** The scripts, whether the working directory is the module's or the project's. */
    private static Path scripts() {
        return Stream.of("src/testbed", "operator/src/testbed")
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the testbed's scripts are not here"));
    }

    static void run(Map<String, String> variables, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path output = Files.createTempFile("jiyun-testbed-", ".out");
        builder.environment().putAll(variables);
        try {
            // To a file: what the script leaves running would keep a pipe open.
            Process process = builder.redirectOutput(output.toFile()).start();
            if (process.waitFor() != 0) {
                throw new IOException(
                        Arrays.toString(command) + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Below the range from which the system takes ports for outgoing connections. */
    private static int freePorts() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(2_000, 3_200) * 10;
            if (areFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("no free ports for a control plane");
    }

    private static boolean areFree(int base) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int port = base; port < base + PORTS; port++) {
                taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            }
            return true;
        } catch (IOException busy) {
            return false;
        } finally {
            taken.forEach(ControlPlane::closeQuietly);
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It only reserved the port for a moment.
        }
    }
}
