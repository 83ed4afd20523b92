package io.jiyun.quota.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lays free room out in lumps, each large enough for what is likely to be asked for. A turn serves
 * a part of the namespaces; lively and quiet ones alternately, so that neither keep the others
 * waiting.
 */
final class Lumps {
    /**
     * Lumps larger than what has been seen are a guess; a turn lays out no more than so many, or
     * than one for so many namespaces.
     */
    private static final int GUESSES = 8;

    private static final int PER_GUESS = 8;

    /**
     * Of those who have a lump this part makes room for others at once, and no more than so many.
     */
    private static final int KEPT_FOR = 4;

    private static final int CHANGE = 8;

    /**
     * A turn goes past those who have room for a lump anyway, until so many follow who have not.
     */
    private static final int FOLLOWING = 16;

    /** The largest guess, in even shares of the free room. */
    private static final long LARGEST = 32;

    /**
     * Guesses of one turn take so many even shares together, or that part of all: where there are
     * few namespaces others have to shrink for each, and a turn is to stay a matter of tens of
     * writes; where there are many the reserve is drawn on. One guess may be larger.
     */
    private static final long TOGETHER = 16;

    private static final int PART_TOGETHER = 4;

    private final Turn turn;
    private final List<SliceState> slices;
    private final List<Integer> order;
    private final Set<Integer> without = new HashSet<>();
    private int served;
    private boolean all = true;
    private boolean whole = true;

    Lumps(Turn turn, List<SliceState> slices) {
        this.turn = turn;
        this.slices = slices;
        order = order();
        served = order.size();
    }

    /**
     * Whether lumps are of no use for a resource, because everybody's even share is as large as
     * what is asked for.
     */
    boolean isNeedless(Column column, long left) {
        return !areGuesses() && usualCharge(column, left) <= even(left);
    }

    /** What is likely to be asked for, after what came in lately; zero where nothing did. */
    long usualCharge(Column column, long left) {
        return column.usualCharge(left, even(left));
    }

    /** Whether lumps are larger than what has been seen. */
    boolean areGuesses() {
        return turn.doublings() > 0;
    }

    /** Adds lumps to {@code shares} out of {@code left}; answers what remains of that. */
    long lay(long left, long[] shares, Column column, long[] needed) {
        long even = even(left);
        long seen = Math.max(usualCharge(column, left), even);
        long largest = even > left / LARGEST ? left : even * LARGEST;
        long most = Math.min(left, Math.max(seen, largest));
        long lump = doubled(seen, most);
        long seats = areGuesses() ? guesses(lump / Math.max(1, even)) : order.size();
        long remains = left;
        int count = 0;
        for (int index : order) {
            long more = Math.max(0, goal(column, needed, lump, index) - shares[index]);
            if (count == seats || more > remains) {
                break;
            }
            shares[index] += more;
            remains -= more;
            count++;
        }
        order.stream()
                .filter(index -> column.granted[index] < goal(column, needed, lump, index))
                .forEach(without::add);
        all &= count == order.size();
        whole &= lump == most;
        served = Math.min(served, count);
        return remains;
    }

    private static long goal(Column column, long[] needed, long lump, int index) {
        long cap = column.caps[index];
        return needed[index] > cap - lump ? cap : needed[index] + lump;
    }

    /** What it takes to give each so much. */
    long forAll(long each) {
        return Math.multiplyExact(each, (long) order.size());
    }

    /** What each would have of it. */
    long even(long left) {
        return left / Math.max(1, order.size());
    }

    /** What came of the turn, once every resource has been laid out. */
    Turn.Taken taken() {
        int change = Math.max(CHANGE, order.size() / PER_GUESS / KEPT_FOR);
        int leave = Math.clamp(served / KEPT_FOR, Math.min(1, order.size()), change);
        int moved = areGuesses() ? leave : Math.max(leave, past());
        String lively = turn.afterLively();
        String quiet = turn.afterQuiet();
        boolean quietFirst = turn.quietFirst();
        for (int index : order.subList(0, Math.min(moved, order.size()))) {
            SliceState slice = slices.get(index);
            quietFirst = slice.demand().lively();
            if (quietFirst) {
                lively = slice.id();
            } else {
                quiet = slice.id();
            }
        }
        return new Turn.Taken(
                new Turn(lively, quiet, quietFirst, turn.doublings()),
                moved,
                served >= leave * KEPT_FOR,
                all,
                whole);
    }

    /** How many to go past so that enough of those follow who have no room for a lump. */
    private int past() {
        int past = 0;
        int following = 0;
        while (served + past < order.size() && following < FOLLOWING) {
            following += without.contains(order.get(served + past)) ? 1 : 0;
            past++;
        }
        return Math.min(past, served);
    }

    private long doubled(long seen, long most) {
        long lump = Math.min(seen, most);
        for (int times = 0; times < turn.doublings() && lump < most; times++) {
            lump = lump > most / 2 ? most : lump * 2;
        }
        return lump;
    }

    /**
     * @param shares how many even shares a lump is
     */
    private long guesses(long shares) {
        long together = Math.max(TOGETHER, order.size() / PART_TOGETHER);
        long most = Math.max(GUESSES, order.size() / PER_GUESS);
        return Math.clamp(together / Math.max(1, shares), 1, most);
    }

    private List<Integer> order() {
        List<Integer> first = turn.quietFirst() ? quiet() : lively();
        List<Integer> second = turn.quietFirst() ? lively() : quiet();
        List<Integer> alternating = new ArrayList<>();
        for (int index = 0; index < Math.max(first.size(), second.size()); index++) {
            if (index < first.size()) {
                alternating.add(first.get(index));
            }
            if (index < second.size()) {
                alternating.add(second.get(index));
            }
        }
        return alternating;
    }

    private List<Integer> lively() {
        return ring(true, turn.afterLively());
    }

    private List<Integer> quiet() {
        return ring(false, turn.afterQuiet());
    }

    /** Wanted slices of one kind, beginning after the one that was served last. */
    private List<Integer> ring(boolean lively, String after) {
        List<Integer> members =
                IntStream.range(0, slices.size())
                        .filter(index -> slices.get(index).wanted())
                        .filter(index -> slices.get(index).demand().lively() == lively)
                        .boxed()
                        .toList();
        List<Integer> ring = new ArrayList<>();
        members.stream()
                .filter(index -> slices.get(index).id().compareTo(after) > 0)
                .forEach(ring::add);
        members.stream()
                .filter(index -> slices.get(index).id().compareTo(after) <= 0)
                .forEach(ring::add);
        return ring;
    }
}
