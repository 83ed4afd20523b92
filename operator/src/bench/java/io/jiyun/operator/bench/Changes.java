package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jiyun.api.v1alpha1.BureauQuota;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sees every change to what the operator writes, from now on. */
final class Changes implements AutoCloseable {
    private static final List<Class<? extends HasMetadata>> KINDS =
            List.of(
                    Namespace.class,
                    ResourceQuota.class,
                    LimitRange.class,
                    NetworkPolicy.class,
                    RoleBinding.class,
                    BureauQuota.class);

    private final Semaphore seen = new Semaphore(0);
    private final List<Watch> watches;

    Changes(KubernetesClient client) {
        watches = KINDS.stream().map(kind -> watch(client, kind)).toList();
    }

    /** Whether nothing changes for so long; answers as soon as something does. */
    boolean isCalmFor(Duration period) throws InterruptedException {
        seen.drainPermits();
        return !seen.tryAcquire(period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T extends HasMetadata> Watch watch(KubernetesClient client, Class<T> kind) {
        return client.resources(kind).inAnyNamespace().watch(new Counter<T>());
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }

    private final class Counter<T> implements Watcher<T> {
        @Override
        public void eventReceived(Action action, T changed) {
            seen.release();
        }

        @Override
        public void onClose(WatcherException cause) {
            // The operator's own count of writes shows what a watch that ends early missed.
        }
    }
}
