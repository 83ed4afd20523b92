package io.jiyun.quota.tree;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.api.v1alpha1.PoolSpec;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a pool has and what may be allocated of it. */
public final class PoolCapacity {

    /**
     * Physical capacity times the pool's overcommit factors, rounded down.
     *
     * @throws NumberFormatException when a factor is no decimal, which the schema rules out
     */
    public static Resources allocatable(PoolSpec pool, Resources physical) {
        Map<String, String> factors = pool.overcommit() == null ? Map.of() : pool.overcommit();
        Map<ResourceName, Amount> amounts = new TreeMap<>();
        physical.asMap()
                .forEach((name, amount) -> {
                    BigDecimal factor = new BigDecimal(factors.getOrDefault(name.value(), "1"));
                    long allocatable =
                            factor.multiply(BigDecimal.valueOf(amount.value()))
                                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                                    .setScale(0, RoundingMode.DOWN)
                                    .longValueExact();
                    amounts.put(name, Amount.of(name.unit(), allocatable));
                });
        return Resources.of(amounts);
    }

    /**
     * What a pool has: declared, else discovered; and beside it what nodes do not report. Null
     * while nothing is known.
     */
    public static @Nullable Map<String, Quantity> physical(
            PoolSpec pool, @Nullable Map<String, Quantity> discovered) {
        Map<String, Quantity> nodes = pool.capacity() != null ? pool.capacity() : discovered;
        if (nodes == null || pool.additionalCapacity() == null) {
            return nodes;
        }
        Map<String, Quantity> all = new TreeMap<>(nodes);
        all.putAll(pool.additionalCapacity());
        return all;
    }

    /**
     * The most that all quotas of the pool may add up to: of the resource as a quota names it, else
     * of what it is taken from. Empty for one that the pool does not bound; of devices that no node
     * lists there are none.
     */
    public static Optional<Amount> bound(Resources allocatable, ResourceName resource) {
        Amount own = allocatable.get(resource);
        if (own != null) {
            return Optional.of(own);
        }
        return resource.capacity()
                .filter(name -> allocatable.mentions(name) || resource.isExtended())
                .map(allocatable::orZero);
    }

    /** Allocatable amounts by pool: of the declared capacity, else of what was discovered. */
    static SortedMap<String, Optional<Resources>> allocatable(MemberCloud cloud) {
        SortedMap<String, Optional<Resources>> pools = new TreeMap<>();
        if (cloud.getSpec() != null) {
            for (PoolSpec pool : cloud.getSpec().pools()) {
                Map<String, Quantity> physical = physical(pool, discovered(cloud, pool.name()));
                pools.put(
                        pool.name(),
                        Optional.ofNullable(physical)
                                .map(it -> Quantities.declared(it, "", new Violations()))
                                .map(it -> allocatable(pool, it)));
            }
        }
        return pools;
    }

    private static @Nullable Map<String, Quantity> discovered(MemberCloud cloud, String pool) {
        MemberCloudStatus status = cloud.getStatus();
        List<MemberCloudStatus.PoolStatus> pools =
                status == null || status.pools() == null ? List.of() : status.pools();
        return pools.stream()
                .filter(candidate -> candidate.name().equals(pool))
                .map(MemberCloudStatus.PoolStatus::capacity)
                .findFirst()
                .orElse(null);
    }

    private PoolCapacity() {}
}
