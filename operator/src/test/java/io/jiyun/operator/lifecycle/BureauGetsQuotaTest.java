package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class BureauGetsQuotaTest {
    @BeforeEach
    void anOperatorAndACloud(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
    }

    @Test
    void namespacesCarryTheContractsLabelsAndShareTheQuota(Testbed testbed) {
        testbed.bureau("health")
                .granted("requests.cpu", "10", "requests.memory", "40Gi", "pods", "200")
                .on("health-prod", "health-test")
                .apply();

        BureauQuota ready = testbed.awaitReady("health");

        Namespace namespace = Objects.requireNonNull(testbed.namespace("health-prod").get());
        assertThat(namespace.getMetadata().getLabels())
                .containsEntry(JiyunApi.MANAGED_BY_LABEL, "jiyun")
                .containsEntry(JiyunApi.BUREAU_LABEL, testbed.name("health"))
                .containsKeys("jiyun.io/refusal-row", "jiyun.io/refusal-column")
                .containsEntry(JiyunApi.POOL_LABEL, Testbed.POOL);
        Resources total =
                Stream.of("health-prod", "health-test")
                        .map(plain -> Objects.requireNonNull(testbed.quota(plain).get()))
                        .map(quota -> Quantities.observed(quota.getStatus().getHard()))
                        .collect(Resources.sum());
        PoolUsage pool = ready.getStatus().poolsOrEmpty().getFirst();
        assertThat(total).isEqualTo(Quantities.observed(pool.hard()));
        assertThat(Objects.requireNonNull(ready.getStatus().utilisation()).namespaces())
                .isEqualTo("2/2");
    }

    @Test
    void podsAboveTheQuotaAreRefusedByTheApiServerAndUseIsReported(Testbed testbed) {
        testbed.bureau("tight").granted("requests.cpu", "1").on("tight-only").apply();
        testbed.awaitReady("tight");

        testbed.pod("tight-only", "fits", "700m");

        assertThatThrownBy(() -> testbed.pod("tight-only", "does-not-fit", "400m"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(
                        "is forbidden: exceeded quota: jiyun-quota, requested: requests.cpu=400m,"
                                + " used: requests.cpu=700m, limited: requests.cpu=1");
        testbed.await(
                testbed.bureauQuota("tight"),
                quota ->
                        quota != null
                                && Quantity.parse("700m")
                                        .equals(
                                                Objects.requireNonNull(
                                                                quota.getStatus()
                                                                        .poolsOrEmpty()
                                                                        .getFirst()
                                                                        .used())
                                                        .get("requests.cpu")));
    }

    @Test
    void aPodThatNamesNoRequestsIsGivenDefaultsInsteadOfARefusal(Testbed testbed) {
        testbed.bureau("lazy").granted("requests.cpu", "1").on("lazy-only").apply();
        testbed.awaitReady("lazy");
        testbed.await(
                testbed.admin()
                        .limitRanges()
                        .inNamespace(testbed.name("lazy-only"))
                        .withName(JiyunApi.LIMITS_NAME),
                Objects::nonNull);

        Pod pod = testbed.pod("lazy-only", "names-nothing", null);

        assertThat(pod.getSpec().getContainers().getFirst().getResources().getRequests())
                .containsEntry("cpu", Quantity.parse("100m"));
    }

    @Test
    void peopleGetAccessOnlyAfterTheQuotaIsEnforced(Testbed testbed) {
        testbed.bureau("people")
                .granted("pods", "5")
                .forGroup("health-developers")
                .on("people-only")
                .apply();

        RoleBinding binding =
                testbed.await(
                        testbed.admin()
                                .rbac()
                                .roleBindings()
                                .inNamespace(testbed.name("people-only"))
                                .withName(JiyunApi.ACCESS_PREFIX + "edit"),
                        Objects::nonNull);

        ResourceQuota quota = Objects.requireNonNull(testbed.quota("people-only").get());
        assertThat(quota.getStatus().getHard()).containsEntry("pods", Quantity.parse("5"));
        assertThat(binding.getRoleRef().getName()).isEqualTo("edit");
        assertThat(binding.getSubjects().getFirst().getName()).isEqualTo("health-developers");
    }

    @Test
    void aResizeMovesTheQuotaUpAndDown(Testbed testbed) {
        testbed.bureau("moves").granted("pods", "10").on("moves-a", "moves-b").apply();
        testbed.awaitReady("moves");

        testbed.bureau("moves").granted("pods", "30").on("moves-a", "moves-b").apply();
        testbed.awaitReady("moves");
        assertThat(pods(testbed, "moves-a") + pods(testbed, "moves-b")).isEqualTo(30);

        testbed.bureau("moves").granted("pods", "4").on("moves-a", "moves-b").apply();
        testbed.awaitReady("moves");
        assertThat(pods(testbed, "moves-a") + pods(testbed, "moves-b")).isEqualTo(4);
    }

    @Test
    void aQuotaLoweredBelowUseIsOverQuotaUntilUseHasFallen(Testbed testbed) {
        testbed.bureau("above").granted("pods", "3").on("above-only").apply();
        testbed.awaitReady("above");
        for (String pod : new String[] {"one", "two", "three"}) {
            testbed.pod("above-only", pod, null);
        }

        testbed.bureau("above").granted("pods", "1").on("above-only").apply();

        testbed.awaitCondition("above", "OverQuota", "True");
        assertThatThrownBy(() -> testbed.pod("above-only", "four", null))
                .hasMessageContaining("exceeded quota");
        testbed.admin().pods().inNamespace(testbed.name("above-only")).withGracePeriod(0).delete();
        testbed.awaitCondition("above", "OverQuota", "False");
        testbed.awaitReady("above");
    }

    @Test
    void aNamespaceNoLongerDeclaredGivesItsQuotaBackAndStays(Testbed testbed) {
        testbed.bureau("fewer").granted("pods", "10").on("fewer-a", "fewer-b").apply();
        testbed.awaitReady("fewer");

        testbed.bureau("fewer").granted("pods", "10").on("fewer-a").apply();

        testbed.await(
                testbed.quota("fewer-a"),
                quota ->
                        quota != null
                                && Quantity.parse("10")
                                        .equals(quota.getStatus().getHard().get("pods")));
        Namespace kept =
                testbed.await(
                        testbed.namespace("fewer-b"),
                        namespace ->
                                namespace != null
                                        && !labels(namespace)
                                                .containsKey(JiyunApi.MANAGED_BY_LABEL));
        assertThat(kept.getMetadata().getDeletionTimestamp()).isNull();
        testbed.awaitReady("fewer");
    }

    private static Map<String, String> labels(Namespace namespace) {
        return Objects.requireNonNullElse(namespace.getMetadata().getLabels(), Map.of());
    }

    private static int pods(Testbed testbed, String plain) {
        ResourceQuota quota = Objects.requireNonNull(testbed.quota(plain).get());
        return (int)
                Quantities.observed(quota.getStatus().getHard()).orZero(ResourceName.PODS).value();
    }
}
