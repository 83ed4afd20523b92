package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.testbed.Insisting;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.SumWatch;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bureau that lends 6 of its 10 pods, and one that has 4 and may borrow 4. */
@OnControlPlane
class LoansTest {
    private static final long GRACE_SECONDS = 2;
    private static final Resources ALL = Resources.of(Map.of(ResourceName.PODS, new Count(14)));

    @AfterEach
    void leave(Testbed testbed) {
        for (String bureau : List.of("poor", "rich", "twice")) {
            testbed.bureauQuota(bureau).delete();
            testbed.await(testbed.bureauQuota(bureau), Objects::isNull);
        }
    }

    @Test
    void quotaNobodyUsesIsBorrowedAndComesBackWhenItsOwnerNeedsIt(Testbed testbed) {
        declare(testbed);
        try (SumWatch watch =
                new SumWatch(
                        testbed.admin(),
                        Set.of(testbed.name("rich-1"), testbed.name("poor-1")),
                        ALL)) {
            RollableScalableResource<ReplicaSet> poor = replicas(testbed, "poor-1", 7);
            awaitReplicas(testbed, poor, 7);
            testbed.await(
                    testbed.bureauQuota("poor"), quota -> pods(quota, PoolUsage::borrowed) >= 3);
            testbed.await(testbed.bureauQuota("rich"), quota -> pods(quota, PoolUsage::lent) >= 3);

            RollableScalableResource<ReplicaSet> rich = replicas(testbed, "rich-1", 10);
            BureauQuota recalled = testbed.awaitCondition("poor", "LoanRecalled", "True");
            assertThat(Testbed.condition(recalled, "LoanRecalled").getMessage())
                    .contains("A lender needs quota of " + testbed.cloud())
                    .contains("nothing that runs is ended");
            awaitReplicas(testbed, rich, 7); // what runs on borrowed quota goes on
            poor.scale(4);

            awaitReplicas(testbed, rich, 10);
            testbed.await(
                    testbed.bureauQuota("poor"), quota -> pods(quota, PoolUsage::borrowed) == 0);
            assertThat(watch.excesses()).isEmpty();
        }
    }

    @Test
    void aBorrowerWhoseGraceHasEndedAdmitsNothingMoreOnWhatItBorrowed(Testbed testbed) {
        declare(testbed);
        RollableScalableResource<ReplicaSet> poor = replicas(testbed, "poor-1", 7);
        awaitReplicas(testbed, poor, 7);

        RollableScalableResource<ReplicaSet> rich = replicas(testbed, "rich-1", 10);
        testbed.awaitCondition("poor", "OverQuota", "False");
        testbed.await(
                testbed.quota("poor-1"),
                quota ->
                        quota != null
                                && Quantities.observed(quota.getSpec().getHard())
                                                .orZero(ResourceName.PODS)
                                                .value()
                                        <= 7);
        poor.scale(6);
        testbed.await(testbed.bureauQuota("poor"), quota -> pods(quota, PoolUsage::borrowed) == 2);
        poor.scale(7);

        try (Insisting _ = new Insisting(rich)) {
            testbed.await(testbed.bureauQuota("rich"), quota -> pods(quota, PoolUsage::used) == 8);
        }
        assertThat(poor.get().getStatus().getReplicas()).isEqualTo(6);
    }

    @Test
    void aLenderLeavesOnlyOnceItsQuotaIsBack(Testbed testbed) {
        declare(testbed);
        RollableScalableResource<ReplicaSet> poor = replicas(testbed, "poor-1", 6);
        awaitReplicas(testbed, poor, 6);

        testbed.bureauQuota("rich").delete();
        testbed.awaitCondition("poor", "LoanRecalled", "True");
        assertThat(testbed.bureauQuota("rich").get()).isNotNull();
        poor.scale(3);

        testbed.await(testbed.bureauQuota("rich"), quota -> quota == null);
        assertThat(pods(testbed.bureauQuota("poor").get(), PoolUsage::borrowed)).isZero();
    }

    @Test
    void aPoolSharedTwiceIsRefusedWithASentence(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("twice")
                .granted("pods", "4")
                .sharingPods(1, 1, 0)
                .sharingPods(2, 2, 0)
                .on("twice-1")
                .apply();

        BureauQuota refused = testbed.awaitCondition("twice", "Admitted", "False");
        assertThat(Testbed.condition(refused, "Admitted").getMessage())
                .contains("is listed twice. Merge the two.");
        assertThat(testbed.namespace("twice-1").get()).isNull();
    }

    private static void declare(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("rich")
                .granted("pods", "10")
                .sharingPods(0, 6, GRACE_SECONDS)
                .on("rich-1")
                .deletedWithNamespaces()
                .apply();
        testbed.bureau("poor")
                .code("11530000MB0X02")
                .granted("pods", "4")
                .sharingPods(4, 0, GRACE_SECONDS)
                .on("poor-1")
                .deletedWithNamespaces()
                .apply();
        testbed.awaitReady("rich");
        testbed.awaitReady("poor");
    }

    private static RollableScalableResource<ReplicaSet> replicas(
            Testbed testbed, String plain, int count) {
        RollableScalableResource<ReplicaSet> replicas =
                testbed.admin()
                        .apps()
                        .replicaSets()
                        .resource(Pods.replicas(testbed.name(plain), "team", count, "10m"));
        replicas.create();
        return replicas;
    }

    private static void awaitReplicas(
            Testbed testbed, RollableScalableResource<ReplicaSet> replicas, int count) {
        try (Insisting _ = new Insisting(replicas)) {
            testbed.await(
                    replicas,
                    seen ->
                            seen != null
                                    && seen.getStatus() != null
                                    && seen.getStatus().getReplicas() == count);
        }
    }

    private static long pods(
            @Nullable BureauQuota quota,
            Function<PoolUsage, @Nullable Map<String, Quantity>> what) {
        BureauQuotaStatus status = quota == null ? null : quota.getStatus();
        return status == null || status.poolsOrEmpty().isEmpty()
                ? -1
                : Quantities.observed(what.apply(status.poolsOrEmpty().getFirst()))
                        .orZero(ResourceName.PODS)
                        .value();
    }
}
