package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts, by watching, the ResourceQuotas that are enforced: status.hard equals spec.hard. */
final class Enforced implements Watcher<ResourceQuota>, AutoCloseable {
    private final int expected;
    private final String prefix;
    private final Set<String> enforced = new HashSet<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Watch watch;

    Enforced(KubernetesClient client, String prefix, int expected) {
        this.prefix = prefix;
        this.expected = expected;
        watch = client.resourceQuotas().inAnyNamespace().watch(this);
    }

    boolean await(long seconds) throws InterruptedException {
        return done.await(seconds, TimeUnit.SECONDS);
    }

    synchronized int count() {
        return enforced.size();
    }

    @Override
    public synchronized void eventReceived(Action action, ResourceQuota quota) {
        String namespace = quota.getMetadata().getNamespace();
        if (!namespace.startsWith(prefix)) {
            return;
        }
        Map<String, Quantity> hard =
                quota.getStatus() == null ? null : quota.getStatus().getHard();
        if (hard != null && !hard.isEmpty() && hard.equals(quota.getSpec().getHard())) {
            enforced.add(namespace);
        }
        if (enforced.size() == expected) {
            done.countDown();
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        // A watch that ends early shows as a measurement that does not complete.
    }

    @Override
    public void close() {
        watch.close();
    }
}
