package io.jiyun.console.quota;

import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What an approved request does to a quota. */
public sealed interface QuotaEffect {

    /** Capacity it takes that was free before. */
    default SortedMap<PoolKey, Resources> takes() {
        return Collections.emptySortedMap();
    }

    /** Pools whose sums it touches. */
    default Set<PoolKey> pools() {
        return takes().keySet();
    }

    /** Adds grants; open-ended where a bound is null. */
    record Give(
            SortedMap<PoolKey, Resources> amounts,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until)
            implements QuotaEffect {
        @Override
        public SortedMap<PoolKey, Resources> takes() {
            return amounts;
        }
    }

    /** Takes from the standing grants, the newest first. */
    record Take(SortedMap<PoolKey, Resources> amounts) implements QuotaEffect {
        @Override
        public Set<PoolKey> pools() {
            return amounts.keySet();
        }
    }

    /** Moves the end of a temporary grant. */
    record Prolong(String grant, OffsetDateTime until) implements QuotaEffect {}

    /** Adds a namespace, and what it needs on top. */
    record Settle(NamespaceDraft namespace, SortedMap<PoolKey, Resources> amounts)
            implements QuotaEffect {
        @Override
        public SortedMap<PoolKey, Resources> takes() {
            return amounts;
        }
    }

    /** Gives everything in a pool back: its grants end and its namespaces leave. */
    record Leave(PoolKey pool) implements QuotaEffect {
        @Override
        public Set<PoolKey> pools() {
            return Set.of(pool);
        }
    }
}
