package io.jiyun.operator;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.http.ProbeServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the operator from the command line and runs it until it is told to stop. */
public final class OperatorMain {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);

    public static void main(String... arguments) {
        try {
            run(CommandLine.parse(arguments));
        } catch (CommandLine.Refused | StartRefused refusal) {
            System.err.println("jiyun operator: " + refusal.getMessage());
            System.exit(2);
        } catch (KubernetesClientException failure) {
            System.err.println(
                    "jiyun operator: the Kubernetes API of the hub cannot be used: "
                            + reason(failure));
            System.exit(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(CommandLine commandLine) throws StartRefused, InterruptedException {
        AtomicReference<Optional<JiyunOperator>> running =
                new AtomicReference<>(Optional.empty());
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder().register(registry);
        CountDownLatch stopped = new CountDownLatch(1);
        try (ProbeServer probes = probes(commandLine, registry, running);
                JiyunOperator operator =
                        new JiyunOperator(
                                hub(commandLine),
                                commandLine.leaseNamespace(),
                                registry,
                                Clock.systemUTC())) {
            running.set(Optional.of(operator));
            CountDownLatch closed = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            operator.start();
            LOG.atInfo()
                    .addKeyValue("port", probes.port())
                    .log("Operator is ready on port {}", probes.port());
            stopped.await();
            closed.countDown();
        }
    }

    private static Config hub(CommandLine commandLine) throws StartRefused {
        Optional<Path> file = commandLine.kubeconfig();
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
            CommandLine commandLine,
            PrometheusRegistry registry,
            AtomicReference<Optional<JiyunOperator>> running)
            throws StartRefused {
        try {
            return new ProbeServer(
                    new InetSocketAddress(commandLine.port()),
                    registry,
                    () ->
                            running.get()
                                    .map(JiyunOperator::unready)
                                    .orElse(Optional.of("starting")),
                    () -> running.get().flatMap(JiyunOperator::unhealthy));
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
