package io.jiyun.operator.bureauquota;

import io.jiyun.quota.tree.PoolKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which ResourceQuotas this process wrote since their ledger entry fell last. Another leader, or a
 * write of this one whose answer was lost, may still hold a decision to write a larger quota; it
 * fails only if the ResourceQuota was written after the entry had fallen.
 */
final class Fences {
    private record Key(PoolKey pool, String namespace) {}

    private final Set<Key> standing = ConcurrentHashMap.newKeySet();

    boolean stands(PoolKey pool, String namespace) {
        return standing.contains(new Key(pool, namespace));
    }

    /** This process wrote the ResourceQuota of the slice. */
    void raise(Slice slice) {
        standing.add(new Key(slice.pool(), slice.name()));
    }

    /** An entry fell. */
    void drop(PoolKey pool, String namespace) {
        standing.remove(new Key(pool, namespace));
    }

    /** Others may have lowered entries since. */
    void dropAll() {
        standing.clear();
    }
}
