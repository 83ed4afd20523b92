package io.jiyun.quota.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How a process begins to lead. What an older leader decided before it could see the new epoch
 * rests on versions that the stamps replace; what it decides later begins with a reading of the
 * epoch. Either way it fails, and the stamped quotas are the whole of what was given.
 */
public enum TakeoverStep {
    /** Store the next higher epoch, by compare-and-swap. */
    TAKE_EPOCH,
    /** Read all quotas live. */
    LIST_QUOTAS,
    /**
     * Write each of them once, on the version listed; where that fails, read and write it again.
     */
    STAMP_QUOTAS;

    public static List<TakeoverStep> order(Guards guards) {
        List<TakeoverStep> steps = new ArrayList<>(List.of(TAKE_EPOCH, LIST_QUOTAS));
        if (!guards.hold(Guard.LIST_AFTER_EPOCH)) {
            steps = new ArrayList<>(List.of(LIST_QUOTAS, TAKE_EPOCH));
        }
        if (guards.hold(Guard.STAMP_AT_TAKEOVER)) {
            steps.add(STAMP_QUOTAS);
        }
        return steps;
    }
}
