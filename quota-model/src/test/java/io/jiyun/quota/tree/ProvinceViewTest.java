package io.jiyun.quota.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.quota.amount.ResourceName;
import java.time.Instant;
import java.util.List;
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

    private final BureauQuota ministry = admitted("ministry", "", "10");
    private final BureauQuota office = admitted("office", "parentName: ministry", "4");
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

    private long podsOfItsOwn(BureauQuota quota) {
        return Objects.requireNonNull(
                        view.admit(quota, NOW).own().get(new PoolKey("provincial", "gov-x86")))
                .orZero(ResourceName.PODS)
                .value();
    }

    private static BureauQuota admitted(String name, String parent, String pods) {
        return Serialization.unmarshal(
                """
                metadata: {name: %1$s, uid: uid-of-%1$s, generation: 1, resourceVersion: "1"}
                spec:
                  %2$s
                  bureau: {code: "1", name: %1$s}
                  grants: [{requestId: R, cloud: provincial, pool: gov-x86, resources: {pods: "%3$s"}}]
                status:
                  pools: [{cloud: provincial, pool: gov-x86, hard: {pods: "%3$s"}, granted: {pods: "%3$s"}}]
                """
                        .formatted(name, parent, pods),
                BureauQuota.class);
    }
}
