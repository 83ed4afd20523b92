package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.jiyun.operator.cloud.StoredVersion;
import io.jiyun.quota.tree.PoolKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which ResourceQuotas this process wrote since the limit of their slice fell last. Another leader,
 * or a write of this one whose answer was lost, may still hold a decision to write a larger quota;
 * it fails only if the ResourceQuota was written after the limit was stored.
 */
final class Fences {
    private record Key(PoolKey pool, String namespace) {}

    /** Version of the ResourceQuota that was written. */
    private final Map<Key, Long> standing = new ConcurrentHashMap<>();

    /** Whether what is known of the slice is what was written, or newer. */
    boolean stands(Slice slice) {
        if (slice.isBeyondReach()) {
            return true; // nothing of the bureau's can be raised there
        }
        Long written = standing.get(new Key(slice.pool(), slice.name()));
        return written != null
                && slice.quota() != null
                && StoredVersion.of(slice.quota().object()) >= written;
    }

    /** This process wrote the ResourceQuota of the slice. */
    void raise(Slice slice, ResourceQuota stands) {
        standing.put(new Key(slice.pool(), slice.name()), StoredVersion.of(stands));
    }

    /** A limit fell. */
    void drop(PoolKey pool, String namespace) {
        standing.remove(new Key(pool, namespace));
    }

    /** Others may have decided since. */
    void dropAll() {
        standing.clear();
    }
}
