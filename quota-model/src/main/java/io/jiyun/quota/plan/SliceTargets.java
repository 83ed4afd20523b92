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
        if (lumps == null) {
            return spread(column, column.of(SliceState::asked), null);
        }
        long[] refused = column.of(slice -> slice.demand().refused());
        long[] shares = new long[column.size()];
        long left = serve(column, refused, shares);
        // What is only foreseen waits its turn like everybody else, unless there is enough for all.
        return lumps.isNeedless(column, left)
                ? spread(column, column.of(SliceState::asked), null)
                : spread(column, refused, lumps);
    }

    private static long[] spread(Column column, long[] wants, @Nullable Lumps lumps) {
        long[] shares = new long[column.size()];
        long left = serve(column, wants, shares);
        if (lumps != null) {
            left = lumps.lay(left, shares, column, Column.each(column.used, wants, Math::addExact));
        }
        long[] owed = shares.clone();
        long _ = pour(left, shares, column.caps, column);
        return new Rebalance(column, owed, shares).targets();
    }

    /** Gives each what it uses, then what it wants, then its minimum; answers what is left. */
    private static long serve(Column column, long[] wants, long[] shares) {
        long[] needed = Column.each(column.used, wants, Math::addExact);
        long left = pour(column.hard, shares, column.used, column);
        left = pour(left, shares, needed, column);
        return pour(left, shares, Column.each(shares, column.min, Math::max), column);
    }

    private static long pour(long amount, long[] shares, long[] upTo, Column column) {
        return WaterFilling.pour(amount, shares, column.cut(upTo), column.weights, column.step);
    }
}
