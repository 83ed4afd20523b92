package io.jiyun.operator;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import io.jiyun.operator.example.ExampleResources;
import io.jiyun.operator.http.ProbeServer;
import io.jiyun.operator.simulation.SimulatedProvince;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the operator from the command line and runs it until it is told to stop. */
public final class OperatorMain {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    public static void main(String... arguments) {
        // Read once by the JDK's HTTP server, in seconds: whoever does not end his request holds a
        // connection no longer, and an API server that has little to tell keeps its own.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        try {
            run(CommandLine.parse(arguments));
        } catch (CommandLine.Refused | StartRefused refusal) {
            System.err.println("jiyun operator: " + refusal.getMessage());
            System.exit(2);
        } catch (KubernetesClientException | OperatorException failure) {
            System.err.println(
                    "jiyun operator: the Kubernetes API of the hub cannot be used: "
                            + reason(failure));
            System.exit(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(CommandLine commandLine) throws StartRefused, InterruptedException {
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder().register(registry);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (SimulatedProvince province = simulation(commandLine);
                JiyunOperator operator =
                        new JiyunOperator(
                                hub(
                                        province == null
                                                ? commandLine.kubeconfig()
                                                : Optional.of(province.kubeconfig())),
                                commandLine.leaderElection(),
                                registry,
                                Clock.systemUTC());
                ProbeServer probes = probes(commandLine, registry, operator)) {
            operator.start();
            if (commandLine.audit().isPresent()) {
                int port = operator.listenForAudit(commandLine.audit().get());
                LOG.atInfo()
                        .addKeyValue("port", port)
                        .log("Audit streams of clouds are received on port {}", port);
            }
            if (commandLine.seedExample()) {
                ExampleResources.declareIfNone(hub(commandLine.kubeconfig()));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(stop, stopped)));
            LOG.atInfo()
                    .addKeyValue("port", probes.port())
                    .log("Operator is ready on port {}", probes.port());
            stop.await();
        } finally {
            stopped.countDown();
        }
    }

    /** The JVM ends as soon as its hooks have, so this one waits until everything is closed. */
    private static void shutDown(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            boolean _ = stopped.await(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The simulated clouds where the command line asks for them; the hub is then one of these. */
    private static @Nullable SimulatedProvince simulation(CommandLine commandLine)
            throws StartRefused {
        if (commandLine.simulation().isEmpty()) {
            return null;
        }
        CommandLine.Simulated asked = commandLine.simulation().get();
        try {
            return SimulatedProvince.start(asked.data(), asked.seed().orElse(null));
        } catch (UncheckedIOException | IllegalArgumentException failure) {
            throw new StartRefused("the simulation cannot start: " + failure.getMessage());
        }
    }

    private static Config hub(Optional<Path> file) throws StartRefused {
        if (file.isEmpty()) {
            return Config.autoConfigure(null);
        }
        try {
            Config config = Config.fromKubeconfig(file.get().toFile());
            if (config.getMasterUrl() == null || !Files.isReadable(file.get())) {
                throw new StartRefused("kubeconfig " + file.get() + " names no cluster");
            }
            return config;
        } catch (RuntimeException malformed) {
            throw new StartRefused("kubeconfig " + file.get() + " is not usable");
        }
    }

    private static ProbeServer probes(
            CommandLine commandLine, PrometheusRegistry registry, JiyunOperator operator)
            throws StartRefused {
        try {
            return new ProbeServer(
                    new InetSocketAddress(commandLine.address(), commandLine.port()),
                    registry,
                    operator::unready,
                    operator::unhealthy);
        } catch (IOException busy) {
            throw new StartRefused(
                    "port "
                            + commandLine.port()
                            + " cannot be used ("
                            + busy.getMessage()
                            + "); choose another with --port");
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private OperatorMain() {}
}
