package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/**
 * Where the slices should end up: what is used comes first, then what was asked and refused, then
 * each minimum, and what remains is spread by weight. Slices that stand well are left alone,
 * because every move is a write to a cloud.
 */
final class SliceTargets {
    /** A slice is tight once less than a quarter of its fair headroom is left. */
    private static final int TIGHT = 4;

    static Slices of(PoolSnapshot snapshot) {
        List<SliceState> slices = snapshot.slices();
        List<SortedMap<ResourceName, Amount>> columns = new ArrayList<>();
        slices.forEach(_ -> columns.add(new TreeMap<>()));
        for (ResourceName resource : snapshot.hard().names()) {
            long[] shares = forResource(resource, snapshot);
            for (int index = 0; index < shares.length; index++) {
                columns.get(index).put(resource, Amount.of(resource.unit(), shares[index]));
            }
        }
        SortedMap<String, Resources> targets = new TreeMap<>();
        for (int index = 0; index < slices.size(); index++) {
            targets.put(slices.get(index).id(), Resources.of(columns.get(index)));
        }
        return new Slices(targets);
    }

    private static long[] forResource(ResourceName resource, PoolSnapshot snapshot) {
        List<SliceState> slices = snapshot.slices();
        long hard = snapshot.hard().orZero(resource).value();
        long[] used = column(slices, resource, SliceState::used);
        long[] granted = column(slices, resource, SliceState::granted);
        long[] fair = fair(resource, slices, hard, used);
        return standsWell(resource, slices, hard, used, granted, fair) ? granted : fair;
    }

    private static long[] fair(
            ResourceName resource, List<SliceState> slices, long hard, long[] used) {
        long[] asked = column(slices, resource, SliceState::asked);
        long[] min = column(slices, resource, SliceState::min);
        long[] caps = caps(resource, slices, hard);
        int[] weights = slices.stream().mapToInt(SliceState::weight).toArray();
        long step = resource.unit().readableStep();
        long[] shares = new long[slices.size()];
        long left = WaterFilling.pour(hard, shares, lesser(used, caps), weights, step);
        left = WaterFilling.pour(left, shares, lesser(added(used, asked), caps), weights, step);
        left = WaterFilling.pour(left, shares, lesser(larger(shares, min), caps), weights, step);
        WaterFilling.pour(left, shares, caps, weights, step);
        return shares;
    }

    private static boolean standsWell(
            ResourceName resource,
            List<SliceState> slices,
            long hard,
            long[] used,
            long[] granted,
            long[] fair) {
        if (WaterFilling.sum(granted) != WaterFilling.sum(fair)) {
            return false;
        }
        long[] caps = caps(resource, slices, hard);
        for (int index = 0; index < slices.size(); index++) {
            SliceState slice = slices.get(index);
            long needed =
                    Math.max(
                            used[index] + slice.asked().orZero(resource).value(),
                            slice.min().orZero(resource).value());
            long headroom = granted[index] - used[index];
            long fairHeadroom = fair[index] - used[index];
            boolean mentioned = slice.granted().mentions(resource);
            if (!mentioned
                    || granted[index] > caps[index]
                    || (granted[index] < needed && fair[index] > granted[index])
                    || headroom < fairHeadroom / TIGHT) {
                return false;
            }
        }
        return true;
    }

    private static long[] caps(ResourceName resource, List<SliceState> slices, long hard) {
        return slices.stream()
                .mapToLong(slice -> {
                    if (!slice.wanted()) {
                        return 0;
                    }
                    Amount max = slice.max().get(resource);
                    return max == null ? hard : Math.min(hard, max.value());
                })
                .toArray();
    }

    private static long[] column(
            List<SliceState> slices, ResourceName resource, Function<SliceState, Resources> what) {
        return slices.stream()
                .mapToLong(slice -> what.apply(slice).orZero(resource).value())
                .toArray();
    }

    private static long[] lesser(long[] left, long[] right) {
        return combined(left, right, Math::min);
    }

    private static long[] larger(long[] left, long[] right) {
        return combined(left, right, Math::max);
    }

    private static long[] added(long[] left, long[] right) {
        return combined(left, right, Math::addExact);
    }

    private static long[] combined(long[] left, long[] right, LongBinaryOperator both) {
        long[] result = new long[left.length];
        for (int index = 0; index < left.length; index++) {
            result[index] = both.applyAsLong(left[index], right[index]);
        }
        return result;
    }

    private SliceTargets() {}
}
