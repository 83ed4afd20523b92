package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All that happens to the objects of one kind on one API server, in the order of its versions. */
final class Recording<T extends HasMetadata> implements Watcher<T>, AutoCloseable {
    /**
     * One change.
     *
     * @param object as it stands after the change, or stood last
     */
    record Event<T>(long version, boolean exists, T object) {}

    private static final long PATIENCE_SECONDS = 30;

    private final List<Event<T>> events = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> awaited = new HashMap<>();
    private final Watch watch;
    private long version;
    private boolean closed;

    Recording(AnyNamespaceOperation<T, ? extends KubernetesResourceList<T>, ?> objects) {
        KubernetesResourceList<T> before = objects.list();
        before.getItems().forEach(it -> events.add(new Event<>(version(it), true, it)));
        version = Long.parseLong(before.getMetadata().getResourceVersion());
        watch =
                objects.watch(
                        new ListOptionsBuilder()
                                .withResourceVersion(Long.toString(version))
                                .build(),
                        this);
    }

    @Override
    public synchronized void eventReceived(Action action, T object) {
        String key = key(object);
        if (version(object) <= version) {
            faults.add("version %d of %s came after %d".formatted(version(object), key, version));
        }
        version = Math.max(version, version(object));
        events.add(new Event<>(version(object), action != Action.DELETED, object));
        CompletableFuture<Void> waiting = awaited.remove(key);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** Returns once the recording has gone as far as this object. */
    void catchUp(T made) {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        synchronized (this) {
            if (version < version(made)) {
                awaited.put(key(made), seen);
            } else {
                seen.complete(null);
            }
        }
        seen.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    synchronized List<Event<T>> events() {
        return events.stream().sorted(Comparator.comparingLong(Event::version)).toList();
    }

    /** Whatever makes the recording worth nothing. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private static String key(HasMetadata object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }

    @Override
    public synchronized void onClose(WatcherException cause) {
        if (!closed) {
            faults.add("the watch ended early: " + cause);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watch.close();
    }
}
