package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the slices should end up: what is used comes first, then what was asked and refused, then
 * each minimum, then lumps for those whose turn it is, and what remains is spread by weight. Slices
 * that stand well are left alone, because every move is a write to a cloud.
 *
 * @param taken what came of the turn; null where none is taken
 */
record SliceTargets(Slices slices, Turn.@Nullable Taken taken) {

    static SliceTargets of(PoolSnapshot snapshot) {
        List<SliceState> slices = snapshot.slices();
        Turn turn = snapshot.turn();
        Lumps lumps = turn == null ? null : new Lumps(turn, slices);
        List<SortedMap<ResourceName, Amount>> rows = new ArrayList<>();
        slices.forEach(_ -> rows.add(new TreeMap<>()));
        for (ResourceName resource : snapshot.hard().names()) {
            long[] shares = targets(new Column(resource, snapshot), lumps);
            for (int index = 0; index < shares.length; index++) {
                rows.get(index).put(resource, Amount.of(resource.unit(), shares[index]));
            }
        }
        SortedMap<String, Resources> targets = new TreeMap<>();
        for (int index = 0; index < slices.size(); index++) {
            targets.put(slices.get(index).id(), Resources.of(rows.get(index)));
        }
        return new SliceTargets(new Slices(targets), lumps == null ? null : lumps.taken());
    }

    private static long[] targets(Column column, @Nullable Lumps lumps) {
        long[] asked = column.of(SliceState::asked);
        if (lumps == null) {
            return spread(column, asked, 0, Long.MAX_VALUE);
        }
        long[] refused = column.of(slice -> slice.demand().refused());
        long[] shares = new long[column.size()];
        long free = serve(column, refused, refused, shares);
        long usual = lumps.usualCharge(column, free);
        if (lumps.isNeedless(column, free)) {
            long enough = usual > 0 ? usual : lumps.even(free);
            return spread(column, asked, enough, free - lumps.forAll(enough));
        }
        // What is kept for the unforeseen is there for asks that nothing foretold.
        long kept = lumps.areGuesses() ? 0 : Reserve.of(free, column.size());
        long left = free - kept;
        // What is only foreseen draws no more than half: the rest is for those nobody knows of.
        long drawn = left - left / 2;
        left =
                left / 2
                        + pour(
                                drawn,
                                shares,
                                Column.each(column.used, asked, Math::addExact),
                                column);
        left = lumps.lay(left, shares, column, Column.each(column.used, refused, Math::addExact));
        long toKeep = Reserve.of(free, column.size());
        return balanced(column, left + kept, toKeep, shares, usual);
    }

    /**
     * @param usual headroom that everybody is to have
     * @param most what may stand in no slice at most
     */
    private static long[] spread(Column column, long[] asked, long usual, long most) {
        long[] refused = column.of(slice -> slice.demand().refused());
        long[] shares = new long[column.size()];
        long free = serve(column, refused, asked, shares);
        long toKeep = Math.min(most, Reserve.of(free, column.size()));
        long left = free - Advance.give(column, Math.max(0, toKeep), shares);
        return balanced(column, left, toKeep, shares, usual);
    }

    /**
     * @param toKeep how much of what is left is to stand in no slice, if there is so much
     */
    private static long[] balanced(Column column, long left, long toKeep, long[] owed, long usual) {
        long aim = Math.min(left, toKeep);
        long[] fair = owed.clone();
        long beyond = pour(left - aim, fair, column.caps, column);
        long[] most = fair.clone();
        long _ = pour(beyond + aim, most, column.caps, column);
        Reserve reserve = new Reserve(aim, column.size(), WaterFilling.sum(most));
        return new Rebalance(column, owed, fair, reserve, usual).targets();
    }

    /**
     * Gives each what it uses, then what it was refused, then what it asks for, then its minimum;
     * answers what is left.
     */
    private static long serve(Column column, long[] refused, long[] asked, long[] shares) {
        long left = pour(column.hard, shares, column.used, column);
        left = pour(left, shares, Column.each(column.used, refused, Math::addExact), column);
        left = pour(left, shares, Column.each(column.used, asked, Math::addExact), column);
        return pour(left, shares, Column.each(shares, column.min, Math::max), column);
    }

    private static long pour(long amount, long[] shares, long[] upTo, Column column) {
        return WaterFilling.pour(amount, shares, column.cut(upTo), column.weights, column.step);
    }
}
