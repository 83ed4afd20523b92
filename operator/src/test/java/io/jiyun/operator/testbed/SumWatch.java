package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Watches what the API server could admit in some namespaces, at every change of any of their
 * ResourceQuotas: the larger of what is asked and what is enforced, summed up.
 */
public final class SumWatch implements AutoCloseable, Watcher<ResourceQuota> {
    private final Set<String> namespaces;
    private final Map<String, Resources> exposure = new HashMap<>();
    private final NavigableMap<Integer, CompletableFuture<Void>> awaited = new TreeMap<>();
    private final List<String> excesses = new CopyOnWriteArrayList<>();
    private final Watch watch;
    private Resources limit;
    private int changes;

    public SumWatch(KubernetesClient client, Set<String> namespaces, Resources limit) {
        this.namespaces = namespaces;
        this.limit = limit;
        watch =
                client.resourceQuotas()
                        .inAnyNamespace()
                        .withField("metadata.name", JiyunApi.QUOTA_NAME)
                        .watch(this);
    }

    /** The most that was promised at any time since the watch began. */
    public synchronized void raiseLimit(Resources higher) {
        limit = limit.largerOf(higher);
    }

    /** Completes with the {@code count}th change from now on, whoever made it. */
    public synchronized CompletableFuture<Void> changes(int count) {
        return awaited.computeIfAbsent(changes + count, _ -> new CompletableFuture<>());
    }

    public List<String> excesses() {
        return List.copyOf(excesses);
    }

    @Override
    public synchronized void eventReceived(Action action, ResourceQuota quota) {
        String namespace = quota.getMetadata().getNamespace();
        if (!namespaces.contains(namespace)) {
            return;
        }
        changes++;
        Map<Integer, CompletableFuture<Void>> due = awaited.headMap(changes, true);
        due.values().forEach(change -> change.complete(null));
        due.clear();
        if (action == Action.DELETED) {
            exposure.remove(namespace);
            return;
        }
        Resources asked = Quantities.observed(quota.getSpec().getHard());
        Resources enforced =
                quota.getStatus() == null
                        ? Resources.none()
                        : Quantities.observed(quota.getStatus().getHard());
        exposure.put(namespace, asked.largerOf(enforced));
        Resources sum = exposure.values().stream().collect(Resources.sum());
        if (!sum.fitsWithin(limit)) {
            excesses.add(sum + " is more than " + limit + ": " + exposure);
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        excesses.add("the watch ended early: " + cause);
    }

    @Override
    public void close() {
        watch.close();
    }
}
