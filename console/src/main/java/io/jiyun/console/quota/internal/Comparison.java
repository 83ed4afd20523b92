package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.QuotaPreview.PoolPreview;
import io.jiyun.console.quota.QuotaPreview.ResourcePreview;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.GrantedQuota;
import io.jiyun.quota.tree.PoolCapacity;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A quota before and after a change, pool by pool and resource by resource. */
final class Comparison {
    private final SortedMap<PoolKey, Resources> before;
    private final SortedMap<PoolKey, Resources> after;
    private final Map<PoolKey, Resources> used = new TreeMap<>();
    private final Map<PoolKey, Resources> borrowed = new TreeMap<>();

    Comparison(
            @Nullable BureauQuotaSpec before,
            BureauQuotaSpec after,
            @Nullable BureauQuota live,
            Instant now) {
        this.before = before == null ? new TreeMap<>() : GrantedQuota.at(before, now);
        this.after = GrantedQuota.at(after, now);
        if (live != null && live.getStatus() != null) {
            for (PoolUsage pool : live.getStatus().poolsOrEmpty()) {
                PoolKey key = new PoolKey(pool.cloud(), pool.pool());
                used.put(key, Quantities.observed(pool.used()));
                borrowed.put(key, Quantities.observed(pool.borrowed()));
            }
        }
    }

    Set<PoolKey> changedPools() {
        return allPools().stream()
                .filter(pool -> !in(before, pool).equals(in(after, pool)))
                .collect(Collectors.toSet());
    }

    List<PoolPreview> pools(String name, Judgement judgement) {
        List<PoolPreview> pools = new ArrayList<>();
        for (PoolKey pool : allPools()) {
            Optional<Resources> allocatable = judgement.allocatable(pool);
            Resources others = judgement.heldByOthers(name, pool);
            Set<ResourceName> names = new TreeSet<>(in(before, pool).names());
            names.addAll(in(after, pool).names());
            pools.add(
                    new PoolPreview(
                            pool,
                            names.stream()
                                    .map(resource -> line(pool, resource, allocatable, others))
                                    .toList()));
        }
        return pools;
    }

    private ResourcePreview line(
            PoolKey pool,
            ResourceName resource,
            Optional<Resources> allocatable,
            Resources others) {
        Amount from = in(before, pool).get(resource);
        Amount to = in(after, pool).get(resource);
        Resources inUse = used.get(pool);
        Amount use = inUse == null ? null : inUse.orZero(resource);
        Amount all = allocatable.flatMap(pools -> PoolCapacity.bound(pools, resource)).orElse(null);
        Amount left = all == null ? null : all.minusToZero(others.orZero(resource));
        boolean tooMuch =
                to != null
                        && left != null
                        && to.exceeds(left)
                        && (from == null || to.exceeds(from));
        return new ResourcePreview(
                resource,
                from,
                to,
                use,
                all,
                left,
                !tooMuch,
                to != null && use != null && use.exceeds(to.plus(lentTo(pool, resource))));
    }

    private Amount lentTo(PoolKey pool, ResourceName resource) {
        return borrowed.getOrDefault(pool, Resources.none()).orZero(resource);
    }

    private Set<PoolKey> allPools() {
        Set<PoolKey> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all;
    }

    private static Resources in(SortedMap<PoolKey, Resources> quota, PoolKey pool) {
        return quota.getOrDefault(pool, Resources.none());
    }
}
