package io.jiyun.quota.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives slices that are short their fair share and takes it from as few others as it can, those
 * with most to spare first. Every slice that changes is a write to a cloud, and one that shrinks
 * has to be confirmed before another may grow; to bring all to their fair shares each time would
 * touch a thousand namespaces because one of them grew.
 */
final class Rebalance {
    /** A slice is short once less than a quarter of its fair headroom is left. */
    private static final int SHORT = 4;

    /** Nobody gives more than half of its fair headroom, so that who gave is not short next. */
    private static final int KEPT = 2;

    private final Column column;
    private final long[] owed;
    private final long[] fair;

    /**
     * @param owed what each slice is to have in any case
     * @param fair the same with its part of what is left
     */
    Rebalance(Column column, long[] owed, long[] fair) {
        this.column = column;
        this.owed = owed;
        this.fair = fair;
    }

    /** Where the slices should end up. */
    long[] targets() {
        if (WaterFilling.sum(column.granted) != WaterFilling.sum(fair)) {
            return fair; // the quota changed, or something has not been handed out yet
        }
        long[] targets = column.granted.clone();
        long missing = 0;
        for (int index = 0; index < targets.length; index++) {
            if (isShort(index)) {
                missing += fair[index] - targets[index];
                targets[index] = fair[index];
            }
        }
        if (missing < 0) {
            return fair; // a slice that gives everything back
        }
        for (int index : givers()) {
            long gift = Math.min(missing, spare(index));
            targets[index] -= gift;
            missing -= gift;
        }
        return targets;
    }

    private boolean isShort(int index) {
        long headroom = column.granted[index] - column.used[index];
        long fairHeadroom = fair[index] - column.used[index];
        return !column.isMentioned(index)
                || column.granted[index] > column.caps[index]
                || column.granted[index] < owed[index]
                || headroom < fairHeadroom / SHORT;
    }

    /** Who has begun to shrink goes on, or writes would be taken back. */
    private List<Integer> givers() {
        return IntStream.range(0, column.size())
                .filter(index -> !isShort(index) && spare(index) > 0)
                .boxed()
                .sorted(
                        Comparator.<Integer, Boolean>comparing(
                                        index -> column.limit[index] >= column.granted[index])
                                .thenComparing(
                                        Comparator.<Integer>comparingLong(this::spare).reversed()))
                .toList();
    }

    private long spare(int index) {
        long headroom = Math.max(0, fair[index] - column.used[index]);
        long least = Math.max(owed[index], fair[index] - headroom / KEPT);
        return column.granted[index] - least;
    }
}
