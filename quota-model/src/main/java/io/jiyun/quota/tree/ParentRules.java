package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A child's quota is part of its parent's: the parent exists, and its children fit into it. */
final class ParentRules {

    static void check(
            BureauQuota quota,
            Province province,
            Instant now,
            Guards guards,
            Violations violations) {
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
        DeclaredQuota self = DeclaredQuota.of(quota, now);
        boolean stays = self.covers().equals(Set.of(parentName));
        GrantedQuota.at(quota.getSpec(), now)
                .forEach((pool, wanted) ->
                        fits(
                                pool,
                                stays
                                        ? wanted
                                        : wanted.largerOf(
                                                province.moving(self, pool).onlyOf(wanted)),
                                parent.get(),
                                province.committedToChildren(parentName, pool, name)
                                        .plus(province.lent(parentName, pool, name))
                                        .plus(keptLoan(self, parentName, pool, wanted)),
                                province.held(parent.get(), pool),
                                guards,
                                violations));
    }

    /**
     * How much a bureau may keep of a loan of its parent while its own quota becomes {@code hard},
     * naming only what grows. Both rest on the parent's quota, so growth takes the loan's place, in
     * the same write.
     */
    static Resources keptLoan(DeclaredQuota self, String parent, PoolKey pool, Resources hard) {
        Resources before =
                self.covers().equals(Set.of(parent))
                        ? self.admitted().getOrDefault(pool, Resources.none())
                        : Resources.none();
        Resources growth = hard.minusToZero(before);
        Resources grows = growth.excessOver(growth.zeroed());
        Resources loan = self.atMost().from(parent, pool).onlyOf(grows);
        return grows.zeroed().plus(loan.minusToZero(grows));
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
            Resources held,
            Guards guards,
            Violations violations) {
        Resources whole = parent.admitted().getOrDefault(pool, Resources.none());
        Resources slices = guards.hold(Guard.PARENT_MAKES_ROOM) ? held : Resources.none();
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

    /** Follows what is declared and, because that may be refused, what is in force. */
    private static boolean closesCircle(
            String name, String parentName, Province province, Violations violations) {
        return closesCircle(name, parentName, province, DeclaredQuota::parentName, violations)
                || closesCircle(name, parentName, province, ParentRules::cover, violations);
    }

    private static boolean closesCircle(
            String name,
            String parentName,
            Province province,
            Function<DeclaredQuota, @Nullable String> above,
            Violations violations) {
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
            Optional<DeclaredQuota> quota = province.quota(next);
            next = quota.isEmpty() ? null : above.apply(quota.get());
        }
        return false;
    }

    private static @Nullable String cover(DeclaredQuota quota) {
        return quota.covers().stream().filter(cover -> !cover.isEmpty()).findFirst().orElse(null);
    }

    private ParentRules() {}
}
