package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bureau's quota in one pool at one moment.
 *
 * @param hard what the bureau may put on its namespaces
 * @param slices the namespaces, in the order of their ids
 * @param turn whose turn it is to have the free room; null where it is spread over all
 */
public record PoolSnapshot(Resources hard, List<SliceState> slices, @Nullable Turn turn) {
    public PoolSnapshot {
        slices = slices.stream().sorted(Comparator.comparing(SliceState::id)).toList();
    }

    /** Free room is spread over all. */
    public PoolSnapshot(Resources hard, List<SliceState> slices) {
        this(hard, slices, null);
    }

    /** Whether nobody is known to ask, or foreseen to ask, for more than he uses. */
    boolean isNothingAsked() {
        return slices.stream().allMatch(slice -> slice.asked().isZero());
    }
}
