package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The stored status of BureauQuotas. Every write is a compare-and-swap on the version that was
 * decided on: who decided on an older one is refused.
 */
final class Ledger {
    private final KubernetesClient hub;
    private final Semaphore calls = new Semaphore(32);
    private final Map<String, BureauQuota> newest = new ConcurrentHashMap<>();

    Ledger(KubernetesClient hub) {
        this.hub = hub;
    }

    /** The newer of what an informer showed and what this operator wrote itself. */
    BureauQuota newest(BureauQuota seen) {
        BureauQuota written = newest.get(seen.getMetadata().getName());
        if (written == null || version(seen) >= version(written)) {
            return seen;
        }
        return written;
    }

    /**
     * Stores the status; refused with a conflict where another wrote since {@code quota} was read.
     */
    BureauQuota store(BureauQuota quota, BureauQuotaStatus status) {
        BureauQuota changed = new BureauQuota();
        changed.setMetadata(quota.getMetadata());
        changed.setSpec(quota.getSpec());
        changed.setStatus(status);
        BureauQuota stored;
        calls.acquireUninterruptibly();
        try {
            stored = hub.resource(changed).updateStatus();
        } finally {
            calls.release();
        }
        newest.put(stored.getMetadata().getName(), stored);
        return stored;
    }

    /**
     * Confirms that nobody stored anything since {@code quota} was read.
     *
     * @throws KubernetesClientException a conflict, where somebody did
     */
    void confirm(BureauQuota quota) {
        BureauQuota live = hub.resource(quota).get();
        if (live == null || version(live) != version(quota)) {
            if (live != null) {
                newest.put(live.getMetadata().getName(), live);
            }
            throw new KubernetesClientException(
                    "the ledger moved on", HttpURLConnection.HTTP_CONFLICT, null);
        }
    }

    void forget(String name) {
        newest.remove(name);
    }

    /** Whether what limits quota differs, so that it must be stored before anything is done. */
    static boolean differs(BureauQuotaStatus before, BureauQuotaStatus after) {
        return !entries(before).equals(entries(after)) || !hard(before).equals(hard(after));
    }

    private static List<Object> entries(BureauQuotaStatus status) {
        return status.namespacesOrEmpty().stream().<Object>map(Ledger::entry).toList();
    }

    private static NamespaceSlice entry(NamespaceSlice slice) {
        return new NamespaceSlice(
                slice.name(), slice.cloud(), slice.pool(), slice.granted(), null, null);
    }

    private static List<Object> hard(BureauQuotaStatus status) {
        return status.poolsOrEmpty().stream().<Object>map(Ledger::hard).toList();
    }

    private static PoolUsage hard(PoolUsage pool) {
        return new PoolUsage(pool.cloud(), pool.pool(), pool.hard(), null, null, null, null, null);
    }

    private static long version(BureauQuota quota) {
        return Long.parseLong(quota.getMetadata().getResourceVersion());
    }
}
