package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.jiyun.api.v1alpha1.JiyunApi;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind that Jiyun keeps on one cloud: what the informer sees, overlaid with the
 * operator's own latest writes, because deciding on a reading older than one's own write would undo
 * it.
 */
public final class Kept<T extends HasMetadata> {
    /** An informer that has not shown a write after so long has lost it, or shows nothing. */
    private static final long OVERLAY_NANOSECONDS = Duration.ofSeconds(20).toNanos();

    private record Written<T>(T object, long version, long at) {}

    /** In which version an object met a standard. */
    private record Met(String version, Object standard) {}

    private final SharedIndexInformer<T> informer;
    private volatile @Nullable Throwable lastFailure;
    private volatile boolean blind;
    private final Map<String, Written<T>> written = new ConcurrentHashMap<>();
    private final Map<String, Met> met = new ConcurrentHashMap<>();

    Kept(KubernetesClient client, Class<T> kind, Consumer<String> bureauChanged) {
        this(client, kind, bureauChanged, ignored -> {});
    }

    /**
     * Begins to keep, once started.
     *
     * @param observed shown every state of every object; called from the informer's thread
     */
    Kept(
            KubernetesClient client,
            Class<T> kind,
            Consumer<String> bureauChanged,
            Consumer<T> observed) {
        informer =
                client.resources(kind)
                        .inAnyNamespace()
                        .withLabel(JiyunApi.MANAGED_BY_LABEL, JiyunApi.MANAGED_BY)
                        .runnableInformer(0)
                        .removeNamespaceIndex()
                        .itemStore(new SlimItems<>())
                        .addEventHandler(new Handler(bureauChanged, observed));
        informer.exceptionHandler((started, failure) -> {
            lastFailure = failure;
            return true; // tried again for as long as the cloud is declared
        });
    }

    /** Why the objects are not known; empty when they are or were not asked for yet. */
    Optional<Throwable> failure() {
        return isCurrent() ? Optional.empty() : Optional.ofNullable(lastFailure);
    }

    /** What failed before the objects were read says nothing of the next interruption. */
    void forgetFailure() {
        lastFailure = null;
    }

    CompletionStage<Void> start() {
        return informer.start();
    }

    boolean isCurrent() {
        return informer.hasSynced() && informer.isWatching();
    }

    /** Whether the watch goes on showing what a write of this operator has replaced long ago. */
    boolean isBlind() {
        return blind;
    }

    void stop() {
        informer.stop();
    }

    /** The newest known state of an object; namespace is null for kinds that have none. */
    public Optional<T> find(@Nullable String namespace, String name) {
        String key = Cache.namespaceKeyFunc(namespace, name);
        T seen = informer.getIndexer().getByKey(key);
        Written<T> own = written.get(key);
        if (own == null) {
            return Optional.ofNullable(seen);
        }
        boolean shown = seen != null && StoredVersion.of(seen) >= own.version();
        boolean expired = System.nanoTime() - own.at() > OVERLAY_NANOSECONDS;
        if (expired || shown) {
            written.remove(key, own);
            blind |= seen != null && !shown;
            return Optional.ofNullable(seen);
        }
        return Optional.of(own.object());
    }

    public Collection<T> all() {
        return informer.getIndexer().list();
    }

    /** Remembers the answer to a write. */
    public T remember(T object) {
        written.put(
                Cache.metaNamespaceKeyFunc(object),
                new Written<>(object, StoredVersion.of(object), System.nanoTime()));
        return object;
    }

    /** Forgets an object that is known to be gone or to be different. */
    public void forget(@Nullable String namespace, String name) {
        written.remove(Cache.namespaceKeyFunc(namespace, name));
    }

    /** Remembers that an object is as it has to be, so that it need not be compared again. */
    public void meets(T object, Object standard) {
        met.put(
                Cache.metaNamespaceKeyFunc(object),
                new Met(object.getMetadata().getResourceVersion(), standard));
    }

    /** Whether an object of that version was found to be as it has to be. */
    public boolean isKnownToMeet(T object, Object standard) {
        Met before = met.get(Cache.metaNamespaceKeyFunc(object));
        return before != null
                && before.version().equals(object.getMetadata().getResourceVersion())
                && before.standard().equals(standard);
    }

    private static String bureau(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(JiyunApi.BUREAU_LABEL, "");
    }

    private final class Handler implements ResourceEventHandler<T> {
        private final Consumer<String> bureauChanged;
        private final Consumer<T> observed;

        Handler(Consumer<String> bureauChanged, Consumer<T> observed) {
            this.bureauChanged = bureauChanged;
            this.observed = observed;
        }

        @Override
        public void onAdd(T object) {
            observed.accept(object);
            changed(object);
        }

        @Override
        public void onUpdate(T before, T after) {
            observed.accept(after);
            if (!bureau(before).equals(bureau(after))) {
                changed(before);
            }
            changed(after);
        }

        @Override
        public void onDelete(T object, boolean finalStateUnknown) {
            String key = Cache.metaNamespaceKeyFunc(object);
            met.remove(key);
            Written<T> own = written.get(key);
            if (own != null && own.version() <= StoredVersion.of(object)) {
                written.remove(key, own);
            }
            changed(object);
        }

        private void changed(T object) {
            Written<T> own = written.get(Cache.metaNamespaceKeyFunc(object));
            if (own != null && own.version() == StoredVersion.of(object)) {
                return; // the echo of what this operator wrote itself
            }
            String bureau = bureau(object);
            if (!bureau.isEmpty()) {
                bureauChanged.accept(bureau);
            }
        }
    }
}
