package io.jiyun.quota.plan;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Gives slices that are short their fair share, out of the reserve as far as that goes, and takes
 * the rest from as few others as it can, those with most to spare first. Every slice that changes
 * is a write to a cloud, and one that shrinks has to be confirmed before another may grow; to bring
 * all to their fair shares each time would touch a thousand namespaces because one of them grew.
 */
final class Rebalance {
    /** A slice is short once less than a quarter of its fair headroom is left. */
    private static final int SHORT = 4;

    /** Nobody gives more than half of its fair headroom, so that who gave is not short next. */
    private static final int KEPT = 2;

    /** So many slices at most have more at once because something may be refused there. */
    private static final int EASED = 256;

    /** While nobody waits, who has less than that part of its fair headroom has it all. */
    private static final double LITTLE = 0.6;

    /** So many slices at most change at once when nobody waits for it: somebody may any moment. */
    private static final int CALMLY = 16;

    private final Column column;
    private final long[] owed;
    private final long[] fair;
    private final Reserve reserve;
    private final long usual;
    private final long[] targets;
    private long idle;

    /**
     * @param owed what each slice is to have in any case
     * @param fair the same with its part of what is left
     * @param usual headroom that is likely to be asked for somewhere nobody knows; zero where
     *     nothing is refused without a trace
     */
    Rebalance(Column column, long[] owed, long[] fair, Reserve reserve, long usual) {
        this.column = column;
        this.owed = owed;
        this.fair = fair;
        this.reserve = reserve;
        this.usual = usual;
        targets = column.granted.clone();
        idle = reserve.idle(WaterFilling.sum(targets));
    }

    /** Where the slices should end up. */
    long[] targets() {
        if (idle < 0) {
            return fair; // the quota fell
        }
        for (int index = 0; index < targets.length; index++) {
            if (isShort(index)) {
                idle -= lack(index);
                targets[index] = fair[index];
            }
        }
        if (reserve.isNone()) {
            if (idle > 0) {
                return fair; // the quota rose, or a slice gives everything back
            }
        } else {
            completeFalls();
        }
        if (idle < 0) {
            take(0, this::spare, targets.length);
            return targets;
        }
        long lacking = easeTight();
        if (lacking > 0) {
            take(reserve.aim() + lacking, this::excess, EASED);
        } else if (reserve.isLow(idle, column.isCalm)) {
            take(reserve.aim(), this::excess, CALMLY);
        } else if (column.isCalm) {
            spread();
        }
        return targets;
    }

    /** Who has begun to shrink goes on, or two writes were for nothing. */
    private void completeFalls() {
        for (int index = 0; index < targets.length; index++) {
            long least = Math.max(column.limit[index], owed[index]);
            if (targets[index] == column.granted[index] && least < targets[index]) {
                idle += targets[index] - least;
                targets[index] = least;
            }
        }
    }

    private boolean isShort(int index) {
        return !column.isMentioned(index)
                || column.granted[index] > column.caps[index]
                || column.granted[index] < owed[index]
                || (reserve.isNone() && headroom(targets, index) < headroom(fair, index) / SHORT);
    }

    private boolean isTight(int index) {
        return headroom(targets, index) < Math.min(usual, headroom(fair, index));
    }

    private long headroom(long[] figures, int index) {
        return figures[index] - column.used[index];
    }

    /** Answers what those lack that are tight still. */
    private long easeTight() {
        long lacking = 0;
        int eased = 0;
        for (int index : sorted(this::isTight, this::lack)) {
            long more = lack(index);
            if (eased < EASED && idle - more >= reserve.least()) {
                targets[index] += more;
                idle -= more;
                eased++;
            } else {
                lacking += more;
            }
        }
        return lacking;
    }

    /** Gives those who have little out of what stands in no slice beyond what is to. */
    private void spread() {
        int given = 0;
        for (int index : sorted(this::hasLittle, this::lack)) {
            long more = lack(index);
            if (given == CALMLY || idle - more < reserve.aim()) {
                break;
            }
            targets[index] += more;
            idle -= more;
            given++;
        }
    }

    private boolean hasLittle(int index) {
        return headroom(targets, index) < headroom(fair, index) * LITTLE;
    }

    private long lack(int index) {
        return fair[index] - targets[index];
    }

    private long excess(int index) {
        return -lack(index);
    }

    /** Takes from others until so much is idle. */
    private void take(long goal, IntToLongFunction spare, int most) {
        int givers = 0;
        for (int index : sorted(each -> targets[each] <= column.granted[each], spare)) {
            long gift = Math.min(goal - idle, spare.applyAsLong(index));
            if (gift <= 0 || givers == most) {
                break;
            }
            targets[index] -= gift;
            idle += gift;
            givers++;
        }
    }

    /** Whether it has begun to shrink and is to have everything back. */
    private boolean isTurningBack(int index) {
        return targets[index] == column.granted[index]
                && column.limit[index] < column.granted[index];
    }

    private long spare(int index) {
        long headroom = Math.max(0, fair[index] - column.used[index]);
        long least = Math.max(owed[index], fair[index] - headroom / KEPT);
        return targets[index] - least;
    }

    /** Largest first, after those whose write would be taken back. */
    private List<Integer> sorted(IntPredicate which, IntToLongFunction amount) {
        return IntStream.range(0, column.size())
                .filter(which)
                .filter(index -> amount.applyAsLong(index) > 0)
                .boxed()
                .sorted(
                        Comparator.<Integer, Boolean>comparing(index -> !isTurningBack(index))
                                .thenComparing(
                                        Comparator.<Integer>comparingLong(amount::applyAsLong)
                                                .reversed()))
                .toList();
    }
}
