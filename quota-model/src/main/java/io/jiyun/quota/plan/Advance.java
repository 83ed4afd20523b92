package io.jiyun.quota.plan;

import java.util.Arrays;

/**
 * What namespaces in which things come in have in advance, out of the reserve. What is foreseen for
 * them is for the next few pods; making room again and again costs a write each time, and somebody
 * is refused whenever pods come in faster than that. Where much stands in no slice there is no need
 * to be so sparing: it comes back when others need it.
 */
final class Advance {
    /** All of them together have no more than that part of the reserve. */
    private static final double PART = 1.0 / 3;

    /** Once no more than that part is left of it, it is given anew. */
    private static final int RENEWED = 2;

    /**
     * Adds to {@code shares} what each has in advance: as much as came in lately, or of that as
     * much as all can have. Answers how much that is together.
     *
     * @param reserve what would stand in no slice
     */
    static long give(Column column, long reserve, long[] shares) {
        long[] pace = column.cameIn();
        double all = Arrays.stream(pace).asDoubleStream().sum();
        double part = Math.min(1, reserve * PART / Math.max(1, all));
        long given = 0;
        for (int index = 0; index < shares.length; index++) {
            long advance = column.readable((long) (pace[index] * part));
            if (advance > 0 && advance >= column.largestCharge(index)) {
                long more = Math.max(0, goal(column, index, advance) - shares[index]);
                shares[index] += more;
                given += more;
            }
        }
        return given;
    }

    /** Who has some of it left keeps what he has, or every pod that comes in would be a write. */
    private static long goal(Column column, int index, long advance) {
        long whole = Math.min(column.caps[index], column.used[index] + advance);
        long left = column.granted[index] - column.used[index];
        return left > advance / RENEWED ? Math.min(column.granted[index], whole) : whole;
    }

    private Advance() {}
}
