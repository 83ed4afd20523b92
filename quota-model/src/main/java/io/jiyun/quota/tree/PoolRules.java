package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Σ quotas ≤ capacity × overcommit. Only growth is judged: a pool that lost nodes does not undo
 * what was admitted, and giving quota back is always possible. What a parent contained so far is
 * growth to the pool once it stands alone.
 */
final class PoolRules {
    private static final Set<String> ALONE = Set.of("");

    static void check(BureauQuota quota, Province province, Instant now, Violations violations) {
        String name = quota.getMetadata().getName();
        DeclaredQuota admitted = DeclaredQuota.of(quota, now);
        if (quota.getSpec().parentName() != null) {
            return; // the parent's own quota stands for it in the pool
        }
        GrantedQuota.at(quota.getSpec(), now)
                .forEach((pool, granted) -> {
                    boolean stays = admitted.covers().equals(ALONE);
                    Resources wanted =
                            stays
                                    ? granted
                                    : granted.largerOf(
                                            province.moving(admitted, pool).onlyOf(granted));
                    Resources before = stays ? admitted.givenIn(pool) : Resources.none();
                    if (before.covers(wanted)) {
                        return;
                    }
                    Optional<Resources> allocatable = province.allocatable(pool);
                    if (allocatable.isEmpty()) {
                        violations.add(
                                Reason.POOL_CAPACITY_UNKNOWN,
                                "spec.grants",
                                pool.pool(),
                                pool.cloud());
                        return;
                    }
                    Resources others = province.committed(pool, name);
                    wanted.asMap()
                            .forEach((resource, amount) -> {
                                if (amount.exceeds(before.orZero(resource))) {
                                    fits(
                                            pool,
                                            resource,
                                            amount,
                                            others,
                                            allocatable.get(),
                                            violations);
                                }
                            });
                });
    }

    private static void fits(
            PoolKey pool,
            ResourceName resource,
            Amount wanted,
            Resources others,
            Resources allocatable,
            Violations violations) {
        Optional<Amount> bound = PoolCapacity.bound(allocatable, resource);
        if (bound.isEmpty()) {
            return;
        }
        Amount all = bound.get();
        Amount left = all.minusToZero(others.orZero(resource));
        if (wanted.exceeds(left)) {
            violations.add(
                    Reason.EXCEEDS_POOL,
                    "spec.grants",
                    pool.pool(),
                    pool.cloud(),
                    resource,
                    wanted,
                    left,
                    all);
        }
    }

    private PoolRules() {}
}
