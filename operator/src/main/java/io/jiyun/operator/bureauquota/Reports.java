package io.jiyun.operator.bureauquota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.operator.cloud.StoredVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What people and programs are told of bureaus, in {@code BureauQuota.status}. Nothing is decided
 * on it; it is stored as a compare-and-swap so that no older report replaces a newer one.
 */
final class Reports {
    private final KubernetesClient hub;
    private final Semaphore calls = new Semaphore(32);
    private final Map<String, BureauQuota> newest = new ConcurrentHashMap<>();
    private final HubWatch watch = new HubWatch();

    Reports(KubernetesClient hub) {
        this.hub = hub;
    }

    /** Whether a watch that shows these has not shown for long what was stored here. */
    boolean isBlind(List<BureauQuota> shown) {
        return watch.isBlind(shown, now());
    }

    /** The newer of what an informer shows and what this operator read or wrote itself. */
    BureauQuota newest(BureauQuota seen) {
        BureauQuota known = newest.get(seen.getMetadata().getName());
        if (known == null || StoredVersion.of(seen) >= StoredVersion.of(known)) {
            return seen;
        }
        return known;
    }

    /** Declarations were read live. */
    void read(List<BureauQuota> quotas) {
        quotas.forEach(quota -> newest.merge(quota.getMetadata().getName(), quota, Reports::newer));
    }

    private static BureauQuota newer(BureauQuota known, BureauQuota read) {
        return StoredVersion.of(known) >= StoredVersion.of(read) ? known : read;
    }

    /**
     * Stores the status; refused with a conflict where another wrote since {@code told} was read.
     */
    BureauQuota store(BureauQuota told, BureauQuotaStatus status) {
        String patch = patch(told, status);
        BureauQuota stored;
        calls.acquireUninterruptibly();
        try {
            stored =
                    hub.resource(told)
                            .subresource("status")
                            .patch(PatchContext.of(PatchType.JSON), patch);
        } finally {
            calls.release();
        }
        newest.put(stored.getMetadata().getName(), stored);
        watch.stored(stored, now());
        return stored;
    }

    private String patch(BureauQuota told, BureauQuotaStatus status) {
        KubernetesSerialization json = hub.getKubernetesSerialization();
        @Nullable BureauQuotaStatus before = told.getStatus();
        return json.asJson(
                StatusPatch.between(
                        told.getMetadata().getResourceVersion(),
                        before == null ? null : json.convertValue(before, ObjectNode.class),
                        json.convertValue(status, ObjectNode.class)));
    }

    void forget(String name) {
        newest.remove(name);
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }
}
