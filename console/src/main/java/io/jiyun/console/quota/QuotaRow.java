package io.jiyun.console.quota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quota in a list.
 *
 * @param version version of the decision; a change names the one it was made on
 * @param quota the decided quota, valid now, summed over all pools
 * @param borrowed what may be used beyond it instead of other bureaus, summed over all pools
 * @param used what is used, summed over all pools; null while that is not known
 * @param pressurePercent use of the tightest resource in any pool; null while that is not known
 * @param conditions types of the conditions that are true
 */
public record QuotaRow(
        String name,
        String bureauCode,
        String bureauName,
        @Nullable String parentName,
        long version,
        List<PoolKey> pools,
        int namespaces,
        Resources quota,
        Resources borrowed,
        @Nullable Resources used,
        @Nullable Integer pressurePercent,
        Pressure pressure,
        SyncState state,
        Set<String> conditions,
        Instant changedAt) {

    /** What may be used in all. */
    public Resources usable() {
        return quota.plus(borrowed.onlyOf(quota));
    }
}
