package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.console.quota.QuotaPreview.SharingPreview;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loans in use that a change of what is shared no longer allows, so that they go back. */
final class LoansBeyondSharing {
    private final List<SpecViolation> warnings = new ArrayList<>();

    private LoansBeyondSharing() {}

    static List<SpecViolation> of(List<SharingPreview> changes, Optional<BureauQuota> live) {
        LoansBeyondSharing result = new LoansBeyondSharing();
        live.map(BureauQuota::getStatus)
                .ifPresent(status ->
                        status.poolsOrEmpty()
                                .forEach(pool ->
                                        changes.stream()
                                                .filter(change -> change.pool().equals(key(pool)))
                                                .forEach(change -> result.check(change, pool))));
        return result.warnings;
    }

    private void check(SharingPreview change, PoolUsage pool) {
        SharingDraft after = change.after();
        beyond(
                pool,
                "lent",
                Quantities.observed(pool.lent()),
                after == null ? Map.of() : after.lendingLimit());
        beyond(
                pool,
                "borrowed",
                Quantities.observed(pool.borrowed()),
                after == null ? Map.of() : after.borrowingLimit());
    }

    private void beyond(PoolUsage pool, String what, Resources inUse, Map<String, String> typed) {
        // What cannot be read is said elsewhere; a resource that is not agreed may not be used.
        Resources agreed = Quantities.typed(typed, "", new Violations());
        Resources limit = inUse.zeroed().plus(agreed.onlyOf(inUse));
        inUse.excessOver(limit)
                .names()
                .forEach(name ->
                        warnings.add(
                                Sentences.violation(
                                        "LoanGoesBack",
                                        "sharing",
                                        "quota.beyond-" + what,
                                        key(pool),
                                        name,
                                        inUse.orZero(name).print(),
                                        limit.orZero(name).print())));
    }

    private static PoolKey key(PoolUsage pool) {
        return new PoolKey(pool.cloud(), pool.pool());
    }
}
