package io.jiyun.console.e2e;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Operator with the simulated province, and console, as the two processes of the demo. */
final class Demo implements AutoCloseable {
    private static final Path OPERATOR = Path.of("../operator/target/operator.jar");

    private final JavaProcess operator;
    private final List<String> consoleArguments;
    private final Path data;
    private final String address;
    private JavaProcess console;

    private Demo(JavaProcess operator, List<String> consoleArguments, Path data, String address)
            throws IOException {
        this.operator = operator;
        this.consoleArguments = consoleArguments;
        this.data = data;
        this.address = address;
        this.console = startConsole();
    }

    static Demo start(Path data) throws IOException {
        Missing.unless(
                Files.exists(OPERATOR),
                "operator/target/operator.jar is needed; build the operator first");
        int operatorPort = JavaProcess.freePort();
        JavaProcess operator =
                JavaProcess.start(
                        data.resolve("operator.log"),
                        "http://127.0.0.1:" + operatorPort + "/readyz",
                        List.of(
                                "-jar",
                                OPERATOR.toString(),
                                "--simulated",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(operatorPort)));
        try {
            Path kubeconfig = data.resolve("simulation/kubeconfig");
            String prometheus = Files.readString(data.resolve("simulation/prometheus.url")).strip();
            int port = JavaProcess.freePort();
            List<String> console =
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.jiyun.console.ConsoleApplication",
                            "--server.port=" + port,
                            "--spring.profiles.active=demo",
                            "--jiyun.data=" + data,
                            "--jiyun.kubeconfig=" + kubeconfig,
                            "--jiyun.prometheus-url=" + prometheus);
            return new Demo(operator, console, data, "http://127.0.0.1:" + port);
        } catch (IOException | RuntimeException e) {
            operator.close();
            throw e;
        }
    }

    Path kubeconfig() {
        return data.resolve("simulation/kubeconfig");
    }

    /**
     * The quota of the health bureau in all pools, in millicores, as its resource on the hub says.
     */
    long quota() {
        return millicores(hub ->
                Objects.requireNonNull(
                                hub.resources(BureauQuota.class)
                                        .withName("health")
                                        .get()
                                        .getStatus())
                        .poolsOrEmpty()
                        .stream()
                        .map(pool -> Quantities.observed(pool.hard())));
    }

    /**
     * What the ResourceQuotas of the health bureau allow together, in millicores; less than its
     * quota while a part of it moves from one to another.
     */
    long slices() {
        return millicores(hub ->
                hub
                        .resourceQuotas()
                        .inAnyNamespace()
                        .withLabel(JiyunApi.BUREAU_LABEL, "health")
                        .list()
                        .getItems()
                        .stream()
                        .map(quota -> Quantities.observed(quota.getSpec().getHard())));
    }

    private long millicores(Function<KubernetesClient, Stream<Resources>> amounts) {
        Config config = Config.fromKubeconfig(kubeconfig().toFile());
        try (KubernetesClient hub = new KubernetesClientBuilder().withConfig(config).build()) {
            return amounts.apply(hub)
                    .collect(Resources.sum())
                    .orZero(ResourceName.REQUESTS_CPU)
                    .value();
        }
    }

    void killConsole() throws InterruptedException {
        console.kill();
    }

    /** Asks the console to end, as a service's keeper does, and waits until it has. */
    void endConsole() {
        console.close();
    }

    /** Starts the console anew on what the last one left. */
    void restartConsole() throws IOException {
        console = startConsole();
    }

    private JavaProcess startConsole() throws IOException {
        return JavaProcess.start(
                data.resolve("console.log"),
                address + "/actuator/health/readiness",
                consoleArguments);
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        console.close();
        operator.close();
    }
}
