package io.jiyun.operator.bureauquota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.operator.cloud.StoredVersion;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The stored status of BureauQuotas. Every write is a compare-and-swap on the version that was
 * decided on: who decided on an older one is refused.
 */
final class Ledger {
    static final BureauQuotaStatus NOTHING =
            new BureauQuotaStatus(null, null, null, null, null, null);

    private final KubernetesClient hub;
    private final Semaphore calls = new Semaphore(32);
    private final Map<String, BureauQuota> newest = new ConcurrentHashMap<>();
    private final HubWatch watch = new HubWatch();

    Ledger(KubernetesClient hub) {
        this.hub = hub;
    }

    /** Whether a watch that shows these has not shown for long what was stored here. */
    boolean isBlind(List<BureauQuota> shown) {
        return watch.isBlind(shown, now());
    }

    /** The newer of what an informer showed and what this operator wrote itself. */
    BureauQuota newest(BureauQuota seen) {
        BureauQuota written = newest.get(seen.getMetadata().getName());
        if (written == null || StoredVersion.of(seen) >= StoredVersion.of(written)) {
            return seen;
        }
        return written;
    }

    /**
     * Stores the status; refused with a conflict where another wrote since {@code quota} was read.
     */
    BureauQuota store(BureauQuota quota, BureauQuotaStatus status) {
        String patch = patch(quota, status);
        BureauQuota stored;
        calls.acquireUninterruptibly();
        try {
            stored =
                    hub.resource(quota)
                            .subresource("status")
                            .patch(PatchContext.of(PatchType.JSON), patch);
        } finally {
            calls.release();
        }
        newest.put(stored.getMetadata().getName(), stored);
        watch.stored(stored, now());
        return stored;
    }

    private String patch(BureauQuota quota, BureauQuotaStatus status) {
        KubernetesSerialization json = hub.getKubernetesSerialization();
        BureauQuotaStatus before = quota.getStatus();
        return json.asJson(
                StatusPatch.between(
                        quota.getMetadata().getResourceVersion(),
                        before == null ? null : json.convertValue(before, ObjectNode.class),
                        json.convertValue(status, ObjectNode.class)));
    }

    /**
     * Confirms that nobody stored anything since {@code quota} was read.
     *
     * @throws KubernetesClientException a conflict, where somebody did
     */
    void confirm(BureauQuota quota) {
        BureauQuota live = hub.resource(quota).get();
        if (live == null || StoredVersion.of(live) != StoredVersion.of(quota)) {
            if (live != null) {
                newest.put(live.getMetadata().getName(), live);
            }
            throw new KubernetesClientException(
                    "the ledger moved on", HttpURLConnection.HTTP_CONFLICT, null);
        }
    }

    /** All quotas, read from the API server's store. */
    Reading readAll() {
        var list = hub.resources(BureauQuota.class).list();
        return new Reading(
                list.getItems(), Long.parseLong(list.getMetadata().getResourceVersion()));
    }

    /**
     * All quotas at one moment.
     *
     * @param version of the whole
     */
    record Reading(List<BureauQuota> quotas, long version) {}

    /** The highest epoch that any quota was written in. */
    long highestEpoch() {
        return readAll().quotas().stream().mapToLong(Ledger::epoch).max().orElse(0);
    }

    /** Writes each quota once in this epoch; answers them as they stand then. */
    List<BureauQuota> stamp(List<BureauQuota> quotas, long epoch) {
        List<BureauQuota> stamped = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (BureauQuota quota : quotas) {
                running.add(threads.submit(() -> stamp(quota, epoch).ifPresent(stamped::add)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the operator is being stopped");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof KubernetesClientException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failure.getCause());
        }
        return stamped;
    }

    private Optional<BureauQuota> stamp(BureauQuota listed, long epoch) {
        @Nullable BureauQuota quota = listed;
        while (quota != null) {
            BureauQuotaStatus status = quota.getStatus();
            try {
                return Optional.of(
                        store(quota, (status == null ? NOTHING : status).stamped(epoch)));
            } catch (KubernetesClientException refusal) {
                boolean changed =
                        refusal.getCode() == HttpURLConnection.HTTP_CONFLICT
                                || refusal.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
                if (!changed) {
                    throw refusal;
                }
                quota = hub.resource(listed).get();
                if (quota != null && epoch(quota) > epoch) {
                    throw Leadership.refusal();
                }
            }
        }
        return Optional.empty();
    }

    static long epoch(BureauQuota quota) {
        return quota.getStatus() == null ? 0 : quota.getStatus().epochOrZero();
    }

    void forget(String name) {
        newest.remove(name);
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }
}
