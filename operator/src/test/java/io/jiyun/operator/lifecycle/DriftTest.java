package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class DriftTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Quantity FOUR = Quantity.parse("4");

    @BeforeEach
    void aBureauWithItsQuota(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("drift").granted("pods", "4").on("drift-only").apply();
        testbed.awaitReady("drift");
        testbed.await(
                testbed.admin()
                        .limitRanges()
                        .inNamespace(testbed.name("drift-only"))
                        .withName(JiyunApi.LIMITS_NAME),
                DriftTest::isAbsent);
    }

    @Test
    void anEditedQuotaIsPutRightWithinASecond(Testbed testbed) {
        testbed.quota("drift-only")
                .edit(quota -> {
                    quota.getSpec().setHard(Map.of("pods", Quantity.parse("400")));
                    return quota;
                });

        withinASecond(() -> testbed.await(testbed.quota("drift-only"), DriftTest::allowsFour));
    }

    @Test
    void aDeletedQuotaIsThereAgainWithinASecond(Testbed testbed) {
        testbed.quota("drift-only").delete();

        withinASecond(() -> testbed.await(testbed.quota("drift-only"), DriftTest::allowsFour));
    }

    @Test
    void labelsTakenOffAreBackAndLabelsOfOthersStay(Testbed testbed) {
        testbed.namespace("drift-only")
                .edit(namespace -> {
                    namespace.getMetadata().getLabels().remove(JiyunApi.BUREAU_LABEL);
                    namespace.getMetadata().getLabels().remove(JiyunApi.MANAGED_BY_LABEL);
                    namespace.getMetadata().getLabels().put("team", "blue");
                    return namespace;
                });

        Namespace repaired =
                testbed.await(
                        testbed.namespace("drift-only"),
                        namespace ->
                                namespace != null
                                        && namespace
                                                .getMetadata()
                                                .getLabels()
                                                .containsKey(JiyunApi.BUREAU_LABEL));
        assertThat(repaired.getMetadata().getLabels()).containsEntry("team", "blue");
    }

    @Test
    void labelsTakenOffTheQuotaAreBack(Testbed testbed) {
        testbed.quota("drift-only")
                .edit(quota -> {
                    quota.getMetadata().setLabels(Map.of());
                    return quota;
                });

        testbed.await(
                testbed.quota("drift-only"),
                quota ->
                        quota != null
                                && quota.getMetadata().getLabels() != null
                                && quota.getMetadata()
                                        .getLabels()
                                        .containsKey(JiyunApi.BUREAU_LABEL));
    }

    @Test
    void aDeletedNamespaceIsMadeAnewWithItsQuota(Testbed testbed) {
        String before =
                Objects.requireNonNull(testbed.namespace("drift-only").get())
                        .getMetadata()
                        .getUid();
        testbed.namespace("drift-only").delete();

        testbed.await(
                testbed.namespace("drift-only"),
                namespace -> namespace != null && !before.equals(namespace.getMetadata().getUid()));
        testbed.await(testbed.quota("drift-only"), DriftTest::allowsFour);
    }

    private static void withinASecond(Runnable repair) {
        long start = System.nanoTime();
        repair.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private static boolean isAbsent(@Nullable LimitRange limits) {
        return limits == null;
    }

    private static boolean allowsFour(@Nullable ResourceQuota quota) {
        return quota != null
                && FOUR.equals(quota.getSpec().getHard().get("pods"))
                && quota.getStatus() != null
                && quota.getStatus().getHard() != null
                && FOUR.equals(quota.getStatus().getHard().get("pods"));
    }
}
