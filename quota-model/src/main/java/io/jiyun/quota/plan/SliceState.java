package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one namespace's slice.
 *
 * @param id identifies the namespace within the pool; also the order in which ties are broken
 * @param wanted false when the declaration no longer names the namespace: its slice goes to zero
 * @param weight share of what is free relative to the others, at least 1
 * @param min least slice, kept free even while unused
 * @param max largest slice; a resource it does not mention is bounded by the quota only
 * @param granted ledger entry as stored on the hub: the most the namespace may be enforcing or
 *     using
 * @param limit the most anybody may raise its ResourceQuota to, as stored beside the entry; less
 *     than the entry while the slice shrinks
 * @param specHard what the namespace's ResourceQuota asks for; null when there is none
 * @param statusHard what the cloud confirmed that it enforces; null when it has confirmed nothing
 * @param used what the namespace uses
 * @param demand what it wants beyond what it uses
 */
public record SliceState(
        String id,
        boolean wanted,
        int weight,
        Resources min,
        Resources max,
        Resources granted,
        Resources limit,
        @Nullable Resources specHard,
        @Nullable Resources statusHard,
        Resources used,
        Demand demand) {

    public SliceState {
        if (weight < 1) {
            throw new IllegalArgumentException("weight of " + id + " is " + weight);
        }
    }

    /** A slice that is not shrinking and of which only what was refused is known. */
    public SliceState(
            String id,
            boolean wanted,
            int weight,
            Resources min,
            Resources max,
            Resources granted,
            @Nullable Resources specHard,
            @Nullable Resources statusHard,
            Resources used,
            Resources asked) {
        this(
                id,
                wanted,
                weight,
                min,
                max,
                granted,
                granted,
                specHard,
                statusHard,
                used,
                Demand.of(asked));
    }

    /** A slice of a namespace that does not exist yet. */
    public static SliceState fresh(String id, int weight, Resources min, Resources max) {
        Resources none = Resources.none();
        return new SliceState(id, true, weight, min, max, none, null, null, none, none);
    }

    /** What is to be made room for beyond what is used. */
    public Resources asked() {
        return demand.asked();
    }

    /** The same slice where that is wanted. */
    SliceState with(Demand other) {
        return new SliceState(
                id, wanted, weight, min, max, granted, limit, specHard, statusHard, used, other);
    }

    /**
     * A slice of a namespace that stood before it was the bureau's. Until its use is known it is
     * given nothing: what is in use there is counted before anything is handed out.
     */
    public SliceState adopted() {
        boolean isMeasured = statusHard != null || !granted.isZero();
        return isMeasured
                ? this
                : new SliceState(
                        id, false, weight, min, max, granted, limit, specHard, null, used, demand);
    }

    /**
     * What the cloud may be enforcing or come to enforce; all of the entry where it is not known.
     */
    Resources standing(Guards guards) {
        Resources requested = specHard == null ? granted : granted.overlaidWith(specHard);
        if (!guards.hold(Guard.UNCONFIRMED_COUNTS)) {
            return requested;
        }
        Resources enforced = statusHard == null ? granted : granted.overlaidWith(statusHard);
        return requested.largerOf(enforced);
    }

    /**
     * The least the ledger must still carry: whatever the cloud may yet be enforcing, and what is
     * in use. Where the cloud has confirmed nothing, that is all the ledger allows.
     */
    Resources exposure(Guards guards) {
        Resources standing = standing(guards);
        return guards.hold(Guard.USE_STAYS_IN_LEDGER) ? standing.largerOf(used) : standing;
    }

    /** Whether the ResourceQuota asks for or enforces more than {@code entry}. */
    boolean exceeds(Resources entry) {
        return (specHard != null && !entry.covers(specHard))
                || (statusHard != null && !entry.covers(statusHard));
    }
}
