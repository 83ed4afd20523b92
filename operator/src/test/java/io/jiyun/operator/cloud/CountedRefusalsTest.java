package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.cloud.RefusalMetrics.Count;
import io.jiyun.operator.simulation.SimulatedCloud;
import io.jiyun.operator.testbed.Pods;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for in whose name, of what a cloud of two namespaces is told to have counted. */
class CountedRefusalsTest {
    private static final String HERE = "health-prod";
    private static final String ELSEWHERE = "tax-prod";

    private final SimulatedCloud server = SimulatedCloud.start(0);
    private final KubernetesClient client =
            new ClientFactory(new ApiCalls(new PrometheusRegistry()))
                    .connect("cloud", Config.fromKubeconfig(server.kubeconfig()));
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Cloud cloud = new Cloud("cloud", client, new Noting());
    private final CountedRefusals counted = new CountedRefusals(cloud, Clock.systemUTC());

    @BeforeEach
    void twoNamespacesOfFewCores() throws Exception {
        cloud.start().get(30, TimeUnit.SECONDS);
        limited(HERE, "bureau-of-health", "4");
        limited(ELSEWHERE, "bureau-of-taxes", "4");
    }

    @AfterEach
    void close() {
        cloud.stop();
        client.close();
        server.close();
    }

    @Test
    void whatIsSmallIsAskedForAtOnceInItsOwnCellOnly() throws InterruptedException {
        limited(HERE, "bureau-of-health", "500m");
        told.clear();
        assertThat(hear(5, Instant.now())).as("likely helped").isEqualTo(1);

        assertThat(cloud.demand(HERE).asks())
                .singleElement()
                .satisfies(ask ->
                        assertThat(ask.most().print()).isEqualTo(Map.of("requests.cpu", "800m")));
        assertThat(cloud.demand(ELSEWHERE).asks()).isEmpty();
        assertThat(told).containsExactly("bureau-of-health");
    }

    @Test
    void whatIsLargeIsAskedForOnceItWasCountedTwiceInARow() {
        hear(AskSize.HIGHEST_STEP, Instant.now());
        assertThat(cloud.demand(HERE).asks()).isEmpty();

        hear(AskSize.HIGHEST_STEP, Instant.now());
        assertThat(cloud.demand(HERE).asks()).hasSize(1);
    }

    @Test
    void whatIsLargeAndCameInSinceItWasReadLastIsNotAskedForAgainHoweverOftenItWasCounted()
            throws InterruptedException {
        hear(AskSize.HIGHEST_STEP, Instant.now());
        Instant read = Instant.now();
        limited(HERE, "bureau-of-health", "300");
        come(HERE, "300");

        hear(AskSize.HIGHEST_STEP, read);
        assertThat(cloud.demand(HERE).asks()).isEmpty();

        hear(AskSize.HIGHEST_STEP, Instant.now());
        assertThat(cloud.demand(HERE).asks()).as("another one").hasSize(1);
    }

    @Test
    void itIsNotAskedForEitherWhereItCameAndWentAgain() throws InterruptedException {
        hear(AskSize.HIGHEST_STEP, Instant.now());
        Instant read = Instant.now();
        limited(HERE, "bureau-of-health", "300");
        come(HERE, "300");
        client.pods().inNamespace(HERE).withGracePeriod(0).delete();
        awaitUse(HERE, true);
        limited(HERE, "bureau-of-health", "50");

        hear(AskSize.HIGHEST_STEP, read);
        assertThat(cloud.demand(HERE).asks()).isEmpty();
    }

    @Test
    void whereAnAskIsToldOfWhatIsCountedIsMostLikelyThat() {
        Refusal refusal =
                Refusal.in(
                                "pods \"large\" is forbidden: exceeded quota: jiyun-quota,"
                                        + " requested: requests.cpu=6, used: requests.cpu=0,"
                                        + " limited: requests.cpu=4")
                        .orElseThrow();
        assertThat(cloud.refusals().heardByEvent(HERE, refusal, 1, Instant.now())).isTrue();

        hear(8, Instant.now());
        hear(8, Instant.now());
        assertThat(cloud.demand(HERE).asks())
                .singleElement()
                .satisfies(ask ->
                        assertThat(ask.most().print()).isEqualTo(Map.of("requests.cpu", "6")));
    }

    /** One pod of so many steps of CPU was refused in the cell of a namespace. */
    private long hear(int step, Instant since) {
        return counted.hear(Map.of(RefusalCell.of(HERE), new Count(1, step, 1)), since);
    }

    private void limited(String namespace, String bureau, String cpu) throws InterruptedException {
        Map<String, String> managed =
                Map.of(
                        JiyunApi.MANAGED_BY_LABEL,
                        JiyunApi.MANAGED_BY,
                        JiyunApi.BUREAU_LABEL,
                        bureau);
        client.resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(namespace)
                                .withLabels(managed)
                                .endMetadata()
                                .build())
                .serverSideApply();
        client.resource(
                        new ResourceQuotaBuilder()
                                .withNewMetadata()
                                .withNamespace(namespace)
                                .withName(JiyunApi.QUOTA_NAME)
                                .withLabels(managed)
                                .endMetadata()
                                .withNewSpec()
                                .withHard(Map.of("requests.cpu", new Quantity(cpu)))
                                .endSpec()
                                .build())
                .serverSideApply();
        await(() ->
                cloud.quota(namespace)
                        .map(StandingQuota::confirmed)
                        .filter(hard -> hard.print().equals(Map.of("requests.cpu", cpu)))
                        .isPresent());
    }

    private void come(String namespace, String cpu) throws InterruptedException {
        client.resource(Pods.of(namespace, cpu, "64Mi")).create();
        awaitUse(namespace, false);
    }

    private void awaitUse(String namespace, boolean isNone) throws InterruptedException {
        await(() ->
                cloud.quota(namespace)
                        .filter(quota -> quota.usedOrNone().isZero() == isNone)
                        .isPresent());
    }

    /** Looks again whenever something has changed. */
    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(told.poll(10, TimeUnit.SECONDS)).as("something changes").isNotNull();
        }
    }

    /** Notes which bureaus were told of. */
    private final class Noting implements CloudListener {
        @Override
        public void bureauChanged(String bureauQuota) {
            told.add(bureauQuota);
        }

        @Override
        public void cloudChanged(String name) {}

        @Override
        public void refusedWithoutTrace(String name, Whose whose) {}
    }
}
