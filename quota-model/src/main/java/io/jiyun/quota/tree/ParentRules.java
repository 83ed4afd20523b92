package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A child's quota is part of its parent's: the parent exists, and its children fit into it. */
final class ParentRules {

    static void check(BureauQuota quota, Province province, Instant now, Violations violations) {
        String parentName = quota.getSpec().parentName();
        if (parentName == null) {
            return;
        }
        String name = quota.getMetadata().getName();
        if (closesCircle(name, parentName, province, violations)) {
            return;
        }
        Optional<DeclaredQuota> parent = province.quota(parentName);
        if (parent.isEmpty()) {
            violations.add(Reason.UNKNOWN_PARENT, "spec.parentName", parentName);
            return;
        }
        GrantedQuota.at(quota.getSpec(), now)
                .forEach((pool, wanted) ->
                        fits(
                                pool,
                                wanted,
                                parent.get(),
                                province.committedToChildren(parentName, pool, name),
                                violations));
    }

    /**
     * Two bounds: the parent's whole quota, which refuses; and what the parent's own slices leave
     * of it at this moment, which lets the child wait until they have shrunk.
     */
    private static void fits(
            PoolKey pool,
            Resources wanted,
            DeclaredQuota parent,
            Resources siblings,
            Violations violations) {
        Resources whole = parent.committed().getOrDefault(pool, Resources.none());
        Resources slices = parent.slices().getOrDefault(pool, Resources.none());
        wanted.asMap()
                .forEach((resource, amount) -> {
                    Amount together = amount.plus(siblings.orZero(resource));
                    Amount quota = whole.orZero(resource);
                    Amount free = quota.minusToZero(slices.orZero(resource));
                    Reason reason =
                            together.exceeds(quota)
                                    ? Reason.EXCEEDS_PARENT
                                    : Reason.WAITS_FOR_PARENT;
                    Amount bound = together.exceeds(quota) ? quota : free;
                    if (together.exceeds(bound)) {
                        violations.add(
                                reason,
                                "spec.grants",
                                parent.name(),
                                pool.pool(),
                                pool.cloud(),
                                resource,
                                together,
                                bound);
                    }
                });
    }

    private static boolean closesCircle(
            String name, String parentName, Province province, Violations violations) {
        Set<String> path = new LinkedHashSet<>();
        path.add(name);
        @Nullable String next = parentName;
        while (next != null) {
            if (!path.add(next)) {
                violations.add(
                        Reason.PARENT_CYCLE,
                        "spec.parentName",
                        String.join(" → ", path) + " → " + next);
                return true;
            }
            next = province.quota(next).map(DeclaredQuota::parentName).orElse(null);
        }
        return false;
    }

    private ParentRules() {}
}
