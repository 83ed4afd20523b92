package io.jiyun.console.cloud;

import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolCapacity;
import io.jiyun.quota.tree.PoolKey;
import org.jspecify.annotations.Nullable;

/**
 * A pool of a cloud. A figure that is null is not known, or not for the person who asks.
 *
 * @param capacity what stands there physically, by cpu, memory, storage and so on
 * @param allocatable capacity times overcommit
 * @param committed sum of the quotas of all bureaus, by requests.cpu and so on
 * @param used sum of what the bureaus use
 */
public record PoolSummary(
        PoolKey key,
        String cloudDisplayName,
        NetworkZone zone,
        String architecture,
        @Nullable Resources capacity,
        @Nullable Resources allocatable,
        @Nullable Resources committed,
        @Nullable Resources used,
        boolean simulated) {
    private static final long WHOLE = 1000;

    /** Share of the fullest resource that is committed, in thousandths; 0 while not known. */
    public long committedPermille() {
        if (committed == null || allocatable == null) {
            return 0;
        }
        long highest = 0;
        for (var amount : committed.asMap().entrySet()) {
            long all =
                    PoolCapacity.bound(allocatable, amount.getKey()).map(Amount::value).orElse(0L);
            if (all > 0) {
                highest =
                        Math.max(
                                highest,
                                Math.round((double) WHOLE * amount.getValue().value() / all));
            }
        }
        return highest;
    }
}
