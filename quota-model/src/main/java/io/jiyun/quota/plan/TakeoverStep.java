package io.jiyun.quota.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How a process begins to lead. What an older leader decided before it could see the new epoch
 * rests on versions that the stamps replace; what it decides later begins with a reading of the
 * epoch. Either way it fails, and the stamped ledgers are the whole of what was given.
 */
public enum TakeoverStep {
    /** Store the next higher epoch, by compare-and-swap. */
    TAKE_EPOCH,
    /** Read all ledgers live. */
    LIST_LEDGERS,
    /** Read all declarations live, and with them which bureaus were deleted. */
    LIST_QUOTAS,
    /** Write each ledger once, on the version listed; where that fails, read and write it again. */
    STAMP_LEDGERS;

    public static List<TakeoverStep> order(Guards guards) {
        List<TakeoverStep> steps = new ArrayList<>(List.of(TAKE_EPOCH, LIST_LEDGERS, LIST_QUOTAS));
        if (!guards.hold(Guard.LIST_AFTER_EPOCH)) {
            steps = new ArrayList<>(List.of(LIST_LEDGERS, LIST_QUOTAS, TAKE_EPOCH));
        }
        if (guards.hold(Guard.STAMP_AT_TAKEOVER)) {
            steps.add(STAMP_LEDGERS);
        }
        return steps;
    }
}
