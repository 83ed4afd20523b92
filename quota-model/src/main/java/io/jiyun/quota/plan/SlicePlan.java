package io.jiyun.quota.plan;

import org.jspecify.annotations.Nullable;

/**
 * What to do next. The executor first stores {@code ledger} where it differs from what is stored
 * (with the resourceVersion it read), and only then writes {@code quotas}; it never writes a
 * ResourceQuota above the stored ledger.
 *
 * @param targets where each slice should end up
 * @param ledger ledger entries that are safe to store now
 * @param quotas {@code spec.hard} of each namespace's ResourceQuota that is safe once it is stored
 *     as the limit beside the entry
 * @param taken what came of the turn; null where none is taken
 */
public record SlicePlan(Slices targets, Slices ledger, Slices quotas, Turn.@Nullable Taken taken) {

    /**
     * Whether every slice stands where it should; otherwise another round follows a confirmation.
     */
    public boolean isSettled() {
        return targets.equals(ledger) && targets.equals(quotas);
    }
}
