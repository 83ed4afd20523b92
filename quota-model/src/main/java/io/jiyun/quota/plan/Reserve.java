package io.jiyun.quota.plan;

/**
 * Free room that stands in no slice. Who needs more than his slice has it at once, with nobody
 * having to shrink and be confirmed first; what was drawn is made up for afterwards, from slices
 * that have more than their share.
 *
 * @param aim as much as is to stand in no slice while everything is at rest
 * @param slices how many there are
 * @param most as much as could stand in slices, if nothing were kept
 */
record Reserve(long aim, int slices, long most) {
    /**
     * Moving room between few slices is a matter of few writes, and the first pod that is asked for
     * may be as large as its namespace's even share: there nothing is kept.
     */
    private static final int MANY = 32;

    /**
     * From so many on half is kept: to move room by shrinking others would be hundreds of writes.
     */
    private static final int VERY_MANY = 256;

    private static final int PART = 4;
    private static final int LARGE_PART = 2;

    /** How much of the free room is kept. */
    static long of(long free, int slices) {
        if (slices < MANY) {
            return 0;
        }
        return free / (slices < VERY_MANY ? PART : LARGE_PART);
    }

    /** What stands in no slice while the slices add up to {@code sum}. */
    long idle(long sum) {
        return most - sum;
    }

    /** Below that nobody is eased out of it. */
    long least() {
        return aim - aim / 2;
    }

    /** Whether it is to be made up; while somebody waits for something else that can wait, too. */
    boolean isLow(long idle, boolean isCalm) {
        return idle < (isCalm ? least() : least() / 2);
    }

    /** Whether everything is to stand in slices. */
    boolean isNone() {
        return slices < MANY;
    }
}
