package io.jiyun.quota.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The steps of a bureau's round in their order; a refused compare-and-swap ends the round. */
public enum RoundStep {
    /** Have the whole province's picture agree to what the bureau is about to take. */
    RESERVE,
    /** Read live that this process still leads. */
    CONFIRM_EPOCH,
    /** Store the entries, on the version that was decided on. */
    STORE_LEDGER,
    /** Read live that nobody stored since the ledger was read. */
    CONFIRM_LEDGER,
    /** Write the ResourceQuotas, each on the version that was decided on. */
    WRITE_QUOTAS;

    /**
     * The steps that carry out what was decided.
     *
     * @param stores whether anything that limits quota differs from what is stored
     * @param takesMore whether the bureau's quota rises, or leaves the one that contained it
     */
    public static List<RoundStep> of(
            Collection<PoolDecision> decisions, boolean stores, boolean takesMore, Guards guards) {
        List<RoundStep> steps = new ArrayList<>();
        boolean spansObjects = takesMore || decisions.stream().anyMatch(PoolDecision::sumRises);
        if (stores && spansObjects) {
            if (guards.hold(Guard.RESERVATION)) {
                steps.add(RESERVE);
            }
            if (guards.hold(Guard.EPOCH_READ)) {
                steps.add(CONFIRM_EPOCH);
            }
        }
        if (stores) {
            steps.add(STORE_LEDGER);
        }
        boolean grows = decisions.stream().anyMatch(PoolDecision::growsAny);
        if (!stores && grows && guards.hold(Guard.LEDGER_REREAD)) {
            steps.add(CONFIRM_LEDGER);
        }
        if (guards.hold(Guard.LEDGER_BEFORE_QUOTA)) {
            steps.add(WRITE_QUOTAS);
        } else {
            steps.addFirst(WRITE_QUOTAS);
        }
        return steps;
    }
}
