package io.jiyun.quota.tree;

import static io.jiyun.quota.tree.Declarations.CLOUD;
import static io.jiyun.quota.tree.Declarations.POOL;
import static io.jiyun.quota.tree.Declarations.bureau;
import static io.jiyun.quota.tree.Declarations.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolBoundsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    /** One a line: what the pool declares, what is asked of it, and whether it fits. */
    @ParameterizedTest
    @CsvSource({
        "storage, 10Gi, requests.storage, 11Gi, false",
        "storage, 10Gi, requests.storage, 10Gi, true",
        "gold.storageclass.storage.k8s.io/requests.storage, 1Gi,"
                + " gold.storageclass.storage.k8s.io/requests.storage, 2Gi, false",
        "storage, 1Gi, gold.storageclass.storage.k8s.io/requests.storage, 2Gi, true",
        "nvidia.com/gpu, 8, requests.nvidia.com/gpu, 9, false",
        "huawei.com/Ascend910, 8, requests.huawei.com/Ascend910, 8, true",
        "cpu, 8, requests.huawei.com/Ascend910, 1, false",
        "pods, 100, pods, 101, false",
        "persistentvolumeclaims, 10, persistentvolumeclaims, 11, false",
        "services.loadbalancers, 5, services.loadbalancers, 6, false",
        "count/virtualmachines.kubevirt.io, 3, count/virtualmachines.kubevirt.io, 4, false",
        "limits.cpu, 10, limits.cpu, 11, false",
        "cpu, 1, services.loadbalancers, 100000, true",
        "cpu, 1, count/virtualmachines.kubevirt.io, 100000, true",
        "cpu, 1, limits.cpu, 100000, true",
    })
    void whatAPoolDeclaresBoundsItsQuotasAndNothingElseDoes(
            String declared, String capacity, String asked, String amount, boolean fits) {
        BureauQuota quota =
                bureau("bureau").grant(CLOUD, POOL, Map.of(asked, amount), null, null).build();
        Province province =
                Province.of(List.of(cloud(Map.of(declared, capacity), Map.of())), List.of(), NOW);

        assertThat(BureauQuotaRules.check(quota, province, NOW).isEmpty()).isEqualTo(fits);
    }

    @Test
    void whatNodesDoNotReportIsDeclaredBesideThem() {
        Map<String, Quantity> reported = Declarations.quantities(Map.of("cpu", "4", "pods", "110"));
        PoolSpec pool =
                new PoolSpec(
                        POOL,
                        NetworkZone.GOVERNMENT,
                        "amd64",
                        null,
                        null,
                        null,
                        Declarations.quantities(Map.of("storage", "1Ti", "pods", "50")));

        assertThat(PoolCapacity.physical(pool, reported))
                .isEqualTo(
                        Declarations.quantities(
                                Map.of("cpu", "4", "pods", "50", "storage", "1Ti")));
        assertThat(PoolCapacity.physical(pool, null)).isNull();
    }

    /** Four cores run in an adopted namespace beyond the ten; the pool has 100. */
    @Test
    void whatAnAdoptedNamespaceUsesIsGivenToNobodyElseAndIsNoTitleToMore() {
        BureauQuota heir =
                bureau("heir").grant("14").admittedTo("10", "10").using("old", "14").build();
        BureauQuota other = bureau("other").grant("87").admittedTo("85").build();
        Province province =
                Province.of(
                        List.of(cloud(Map.of("cpu", "100"), Map.of())), List.of(heir, other), NOW);

        assertThat(BureauQuotaRules.check(other, province, NOW).asList())
                .singleElement()
                .satisfies(said -> assertThat(said.zh()).contains("仅余 86"));
        BureauQuota full = bureau("other").grant("90").admittedTo("90").build();
        Province spent =
                Province.of(
                        List.of(cloud(Map.of("cpu", "100"), Map.of())), List.of(heir, full), NOW);
        assertThat(BureauQuotaRules.check(heir, spent, NOW).isEmpty()).isFalse();
    }
}
