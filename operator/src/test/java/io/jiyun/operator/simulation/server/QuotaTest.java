package io.jiyun.operator.simulation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.LimitRangeItemBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.simulation.SimulatedClient;
import io.jiyun.operator.simulation.SimulatedCloud;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final Map<String, String> ONE_CORE = Map.of("cpu", "1", "memory", "1Gi");

    private final SimulatedCloud cloud = SimulatedCloud.start(0);
    private final KubernetesClient client = SimulatedClient.of(cloud);

    @BeforeEach
    void createNamespace() {
        SimulatedClient.createNamespace(client, "team");
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void aQuotaIsConfirmedInItsStatusWithWhatIsUsedAlready() {
        client.resource(SimulatedClient.pod("team", "first", ONE_CORE)).create();

        ResourceQuota quota =
                SimulatedClient.createQuota(
                        client, "team", Map.of("requests.cpu", "2500m", "pods", "5"));

        assertThat(quota.getStatus().getHard())
                .containsEntry("requests.cpu", new Quantity("2500m"))
                .containsEntry("pods", new Quantity("5"));
        assertThat(quota.getStatus().getUsed())
                .containsEntry("requests.cpu", new Quantity("1"))
                .containsEntry("pods", new Quantity("1"));
    }

    @Test
    void aPodThatDoesNotFitIsRefusedInTheWordsOfTheRealServer() {
        SimulatedClient.createQuota(
                client, "team", Map.of("requests.cpu", "1500m", "requests.memory", "8Gi"));
        client.resource(SimulatedClient.pod("team", "first", ONE_CORE)).create();

        assertThatThrownBy(() ->
                        client.resource(SimulatedClient.pod("team", "second", ONE_CORE)).create())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refusal -> {
                            assertThat(refusal.getCode()).isEqualTo(403);
                            assertThat(refusal.getStatus().getMessage())
                                    .isEqualTo(
                                            "pods \"second\" is forbidden: exceeded quota:"
                                                    + " jiyun-quota, requested: requests.cpu=1,"
                                                    + " used: requests.cpu=1, limited:"
                                                    + " requests.cpu=1500m");
                        });
    }

    @Test
    void aPodIsChargedAtOnceAndGivenBackWhenItIsGone() {
        SimulatedClient.createQuota(client, "team", Map.of("requests.cpu", "4"));
        client.resource(SimulatedClient.pod("team", "first", ONE_CORE)).create();

        assertThat(used(client)).isEqualTo(new Quantity("1"));

        client.pods().inNamespace("team").withName("first").delete();
        client.resourceQuotas()
                .inNamespace("team")
                .withName("jiyun-quota")
                .waitUntilCondition(
                        quota ->
                                new Quantity("0")
                                        .equals(quota.getStatus().getUsed().get("requests.cpu")),
                        10,
                        TimeUnit.SECONDS);
    }

    @Test
    void countsWhatItRefusesInItsMetricsAsTheRealServerDoes() {
        SimulatedClient.createQuota(client, "team", Map.of("pods", "0"));

        assertThatThrownBy(() ->
                        client.resource(SimulatedClient.pod("team", "first", ONE_CORE)).create())
                .isInstanceOf(KubernetesClientException.class);

        assertThat(client.raw("/metrics"))
                .contains("{name=\"ResourceQuota\",operation=\"CREATE\",rejected=\"true\"")
                .endsWith(" 1\n");
    }

    private static @Nullable Quantity used(KubernetesClient client) {
        return client.resourceQuotas()
                .inNamespace("team")
                .withName("jiyun-quota")
                .get()
                .getStatus()
                .getUsed()
                .get("requests.cpu");
    }

    @Test
    void aQuotaNobodyConfirmedLimitsNothing() {
        cloud.server().stopControllers();
        client.resource(unconfirmed()).create();

        client.resource(SimulatedClient.pod("team", "first", ONE_CORE)).create();

        assertThat(client.pods().inNamespace("team").list().getItems()).hasSize(1);

        cloud.server().startControllers();
        client.resource(unconfirmed())
                .waitUntilCondition(quota -> quota.getStatus() != null, 10, TimeUnit.SECONDS);
        assertThat(used(client)).isEqualTo(new Quantity("1"));
    }

    private static ResourceQuota unconfirmed() {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace("team")
                .withName("jiyun-quota")
                .endMetadata()
                .withNewSpec()
                .withHard(Map.of("requests.cpu", new Quantity("500m")))
                .endSpec()
                .build();
    }

    @Test
    void aPodThatStatesNoRequestIsRefusedUnderAQuotaOfRequests() {
        SimulatedClient.createQuota(client, "team", Map.of("requests.cpu", "4"));

        assertThatThrownBy(() ->
                        client.resource(SimulatedClient.pod("team", "silent", Map.of())).create())
                .hasMessageContaining(
                        "failed quota: jiyun-quota: must specify requests.cpu for: main");
    }

    @Test
    void theLimitRangeSpeaksForAPodThatStatesNoRequest() {
        SimulatedClient.createQuota(client, "team", Map.of("requests.cpu", "4"));
        client.resource(
                        new LimitRangeBuilder()
                                .withNewMetadata()
                                .withNamespace("team")
                                .withName("limits")
                                .endMetadata()
                                .withNewSpec()
                                .withLimits(
                                        new LimitRangeItemBuilder()
                                                .withType("Container")
                                                .addToDefaultRequest("cpu", new Quantity("250m"))
                                                .build())
                                .endSpec()
                                .build())
                .create();

        client.resource(SimulatedClient.pod("team", "silent", Map.of())).create();

        assertThat(used(client)).isEqualTo(new Quantity("250m"));
    }

    @Test
    void aQuotaOfNonsenseIsRefused() {
        assertThatThrownBy(() ->
                        SimulatedClient.createQuota(client, "team", Map.of("requests.cpu", "-1")))
                .hasMessageContaining("spec.hard[requests.cpu]: Invalid value");
    }
}
