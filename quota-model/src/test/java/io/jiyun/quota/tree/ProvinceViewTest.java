package io.jiyun.quota.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.quota.amount.ResourceName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProvinceViewTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /** A pool of ten pods. */
    static final MemberCloud CLOUD =
            Serialization.unmarshal(
                    """
                    metadata: {name: provincial}
                    spec:
                      role: Provincial
                      connection: {inCluster: {}}
                      pools: [{name: gov-x86, zone: Government, capacity: {pods: "10"}}]
                    """,
                    MemberCloud.class);

    private final BureauQuota ministry = admitted("ministry", "", "10", "4");
    private final BureauQuota office = admitted("office", "parentName: ministry", "4", "4");
    private final ProvinceView view =
            new ProvinceView(() -> List.of(CLOUD), () -> List.of(ministry, office));

    @Test
    void aChildTakesItsShareOfItsParent() {
        assertThat(podsOfItsOwn(ministry)).isEqualTo(6);
    }

    @Test
    void aDeletedChildCountsNoMoreThoughTheInformerStillListsIt() {
        assertThat(podsOfItsOwn(ministry)).isEqualTo(6);

        assertThat(view.departed(office, NOW)).isTrue();

        assertThat(podsOfItsOwn(ministry)).isEqualTo(10);
    }

    @Test
    void whatWasDecidedAndNeverStoredCountsUntilTheLedgerIsStoredOnceMore() {
        BureauQuota larger = declared(office, "6", 2, 7);

        assertThat(view.admit(larger, NOW).isAdmitted()).isTrue();
        assertThat(view.isUnsettled(office)).isTrue();

        BureauQuota asBefore = declared(office, "4", 3, 8);
        assertThat(view.admit(asBefore, NOW).isAdmitted()).isTrue();
        assertThat(view.isUnsettled(asBefore)).isTrue();
        assertThat(podsOfItsOwn(ministry)).isEqualTo(4);

        view.stored(recorded(asBefore, 12), NOW);
        assertThat(view.isUnsettled(asBefore)).isFalse();
        assertThat(podsOfItsOwn(ministry)).isEqualTo(6);
    }

    @Test
    void aBureauThatWasNotAmongThoseReadIsGoneThoughTheInformerStillShowsIt() {
        assertThat(view.isGone(office)).isFalse();

        view.restart(List.of(ministry), 5, NOW);

        assertThat(view.isGone(office)).isTrue();
        assertThat(view.isGone(ministry)).isFalse();
        assertThat(view.isGone(declared(office, "4", 1, 6))).as("declared since").isFalse();
    }

    /** The same with another declaration, and what is recorded of it as before. */
    private static BureauQuota declared(
            BureauQuota before, String pods, long generation, long version) {
        BureauQuota quota = Serialization.clone(before);
        quota.getMetadata().setGeneration(generation);
        quota.getMetadata().setResourceVersion(Long.toString(version));
        BureauQuotaSpec spec = quota.getSpec();
        Grant grant = spec.grantsOrEmpty().getFirst();
        Map<String, Quantity> resources = Map.of("pods", new Quantity(pods));
        quota.setSpec(
                new BureauQuotaSpec(
                        spec.bureau(),
                        spec.parentName(),
                        List.of(
                                new Grant(
                                        grant.requestId(),
                                        grant.cloud(),
                                        grant.pool(),
                                        resources,
                                        null,
                                        null)),
                        null,
                        null,
                        null));
        return quota;
    }

    /** The same as recorded in another version of its ledger. */
    private static BureauQuota recorded(BureauQuota before, long version) {
        BureauQuota quota = Serialization.clone(before);
        BureauQuotaStatus status = before.getStatus();
        quota.setStatus(
                new BureauQuotaStatus(
                        null,
                        null,
                        status.pools(),
                        null,
                        null,
                        null,
                        status.admittedUnder(),
                        null,
                        null,
                        null,
                        version));
        return quota;
    }

    private long podsOfItsOwn(BureauQuota quota) {
        return Objects.requireNonNull(
                        view.admit(quota, NOW).own().get(new PoolKey("provincial", "gov-x86")))
                .orZero(ResourceName.PODS)
                .value();
    }

    private static BureauQuota admitted(String name, String parent, String pods, String onSlices) {
        return Serialization.unmarshal(
                """
                metadata: {name: %1$s, uid: uid-of-%1$s, generation: 1, resourceVersion: "1"}
                spec:
                  %2$s
                  bureau: {code: "1", name: %1$s}
                  grants: [{requestId: R, cloud: provincial, pool: gov-x86, resources: {pods: "%3$s"}}]
                status:
                  pools: [{cloud: provincial, pool: gov-x86, hard: {pods: "%3$s"}, granted: {pods: "%4$s"}}]
                """
                        .formatted(name, parent, pods, onSlices),
                BureauQuota.class);
    }
}
