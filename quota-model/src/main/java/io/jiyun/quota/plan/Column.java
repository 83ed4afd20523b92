package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.stream.LongStream;

/** One resource of all slices of a pool, in figures and in the order of the slices. */
final class Column {
    private static final int TURNS = 2;

    /** In even shares; what is that large has turns of its own, as a guess. */
    private static final int OUT_OF_PROPORTION = 8;

    private static final int MANY_CHARGES = 32;

    final ResourceName resource;
    final long hard;
    final long step;
    final long[] used;
    final long[] granted;
    final long[] limit;
    final long[] min;
    final long[] caps;
    final int[] weights;

    /** Whether nobody is known to wait for anything that there is room for. */
    final boolean isCalm;

    private final List<SliceState> slices;

    Column(ResourceName resource, PoolSnapshot snapshot) {
        this.resource = resource;
        slices = snapshot.slices();
        hard = snapshot.hard().orZero(resource).value();
        step = resource.unit().readableStep();
        used = of(SliceState::used);
        granted = of(SliceState::granted);
        limit = of(SliceState::limit);
        min = of(SliceState::min);
        caps = slices.stream().mapToLong(this::cap).toArray();
        isCalm = snapshot.turn() != null || snapshot.isNothingAsked();
        weights = slices.stream().mapToInt(SliceState::weight).toArray();
    }

    int size() {
        return slices.size();
    }

    /** One figure of each slice; zero where it does not mention the resource. */
    long[] of(Function<SliceState, Resources> what) {
        return slices.stream()
                .mapToLong(slice -> what.apply(slice).orZero(resource).value())
                .toArray();
    }

    /**
     * What is large enough for asks like those that came in lately in any of the slices: the
     * largest for which two turns serve everybody, or the smallest where all were larger. Zero
     * where nothing came in that could come in again, or only what is out of all proportion.
     */
    long usualCharge(long free, long even) {
        long[] charges =
                slices.stream()
                        .flatMap(slice -> slice.demand().charges().stream())
                        .mapToLong(charge -> charge.orZero(resource).value())
                        .filter(charge -> charge > 0 && charge <= free)
                        .sorted()
                        .toArray();
        long usual = charges.length == 0 || charges[0] / OUT_OF_PROPORTION > even ? 0 : charges[0];
        for (long charge : charges) {
            usual = charge / TURNS <= even ? charge : usual;
        }
        return usual;
    }

    /** What came in lately, of each slice in which things come in; else zero. */
    long[] cameIn() {
        return slices.stream().mapToLong(slice -> charges(slice).sum()).toArray();
    }

    /** The largest of what came in lately at once. */
    long largestCharge(int index) {
        return charges(slices.get(index)).max().orElse(0);
    }

    /** What is out of all proportion to the quota most likely does not come in once more. */
    private LongStream charges(SliceState slice) {
        return slice.wanted() && slice.demand().lively()
                ? slice.demand().charges().stream()
                        .mapToLong(charge -> charge.orZero(resource).value())
                        .filter(charge -> charge <= hard / MANY_CHARGES)
                : LongStream.empty();
    }

    /** The largest readable figure that is no larger. */
    long readable(long figure) {
        return figure - figure % step;
    }

    boolean isMentioned(int index) {
        return slices.get(index).granted().mentions(resource);
    }

    long[] cut(long[] figures) {
        return each(figures, caps, Math::min);
    }

    static long[] each(long[] left, long[] right, LongBinaryOperator both) {
        long[] result = new long[left.length];
        for (int index = 0; index < left.length; index++) {
            result[index] = both.applyAsLong(left[index], right[index]);
        }
        return result;
    }

    private long cap(SliceState slice) {
        if (!slice.wanted()) {
            return 0;
        }
        Amount max = slice.max().get(resource);
        return max == null ? hard : Math.min(hard, max.value());
    }
}
