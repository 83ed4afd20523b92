package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.Comparator;
import java.util.List;

/**
 * One bureau's quota in one pool at one moment.
 *
 * @param hard what the bureau may put on its namespaces
 * @param slices the namespaces, in the order of their ids
 */
public record PoolSnapshot(Resources hard, List<SliceState> slices) {
    public PoolSnapshot {
        slices = slices.stream().sorted(Comparator.comparing(SliceState::id)).toList();
    }
}
