package io.jiyun.quota.plan;

import java.util.ArrayList;
import java.util.List;

/** How a deleted bureau leaves. Where a step is refused, the departure begins anew later. */
public enum DepartureStep {
    /** Read its ledger live, whatever is known of it. */
    READ_LEDGER,
    /**
     * Read live that this process still leads. Whoever leads later has read that the bureau is
     * deleted, so that nobody works for it while it leaves.
     */
    CONFIRM_EPOCH,
    /** Let its namespaces go, or delete them. */
    LEAVE_NAMESPACES,
    /** From now on it counts no more. */
    FORGET,
    /** Remove its ledger, on the version that was read. */
    CLOSE_LEDGER,
    /** Let the declaration go. */
    REMOVE_QUOTA;

    public static List<DepartureStep> order(Guards guards) {
        List<DepartureStep> steps = new ArrayList<>(List.of(values()));
        if (!guards.hold(Guard.EPOCH_READ_ON_LEAVING)) {
            steps.remove(CONFIRM_EPOCH);
        }
        return List.copyOf(steps);
    }
}
