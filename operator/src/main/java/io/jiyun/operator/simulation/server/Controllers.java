package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What reacts to changes a moment later, as the controller manager and the nodes do: quotas are
 * confirmed, namespaces emptied, pods started. Stopping it leaves quotas unconfirmed, which is a
 * fault Jiyun must live with.
 */
final class Controllers implements AutoCloseable {
    private static final int MOMENT_MILLIS = 20;
    private static final int POD_START_MILLIS = 700;

    private final ObjectApi api;
    private final QuotaController quotas;
    private final NamespaceLifecycle namespaces;
    private final Set<String> toRecount = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("simulated-controllers").factory());
    private final Runnable unsubscribe;

    Controllers(ObjectStore store, ObjectApi api) {
        this.api = api;
        this.quotas = new QuotaController(store, api);
        this.namespaces = new NamespaceLifecycle(store, api);
        this.unsubscribe = api.subscribe(this::onChange);
        // What changed while nobody looked, for example before a restart.
        api.list(ResourceType.NAMESPACE, "")
                .forEach(namespace -> recountSoon(namespace.at("/metadata/name").asText()));
        api.list(ResourceType.POD, "").forEach(this::startSoon);
    }

    private void onChange(Change change) {
        if (QuotaController.concerns(change)) {
            recountSoon(change.key().namespace());
        }
        if (change.after() == null || Metadata.isDeleting(change.after())) {
            later(() -> namespaces.onChange(change), MOMENT_MILLIS);
        } else if (change.before() == null && change.key().type().equals(ResourceType.POD)) {
            startSoon(change.after());
        }
    }

    /** Many changes at once are one recount. */
    private void recountSoon(String namespace) {
        if (toRecount.add(namespace)) {
            later(
                    () -> {
                        toRecount.remove(namespace);
                        quotas.recount(namespace);
                    },
                    MOMENT_MILLIS);
        }
    }

    private void startSoon(ObjectNode pod) {
        if (pod.at("/status/phase").asText("Pending").equals("Pending")
                || pod.at("/status/phase").isMissingNode()) {
            later(() -> start(ObjectKey.of(ResourceType.POD, pod)), POD_START_MILLIS);
        }
    }

    private void start(ObjectKey key) {
        if (api.find(key).isPresent()) {
            api.change(
                    key,
                    "status",
                    pod -> {
                        ObjectNode started = pod.deepCopy();
                        ObjectNode status = started.withObjectProperty("status");
                        status.put("phase", "Running");
                        status.putArray("conditions")
                                .addObject()
                                .put("type", "Ready")
                                .put("status", "True");
                        return started;
                    });
        }
    }

    private void later(Runnable task, int millis) {
        try {
            var _ = worker.schedule(() -> attempt(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Stopped meanwhile; a restart looks at everything anew.
            return;
        }
    }

    /** An object may have gone between the change and now; the change of that is under way too. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (ApiFault overtaken) {
            return;
        }
    }

    @Override
    public void close() {
        unsubscribe.run();
        worker.shutdownNow();
    }
}
