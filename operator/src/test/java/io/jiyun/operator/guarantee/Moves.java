package io.jiyun.operator.guarantee;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.HashMap;
import java.util.Map;

/** Counts how often a slice became larger or smaller. */
final class Moves implements Watcher<ResourceQuota>, AutoCloseable {
    private final Map<String, Map<String, Quantity>> last = new HashMap<>();
    private final Tally tally;
    private final Watch watch;

    Moves(KubernetesClient client, Tally tally) {
        this.tally = tally;
        watch =
                client.resourceQuotas()
                        .inAnyNamespace()
                        .withField("metadata.name", "jiyun-quota")
                        .watch(this);
    }

    @Override
    public synchronized void eventReceived(Action action, ResourceQuota quota) {
        Map<String, Quantity> before =
                last.put(quota.getMetadata().getNamespace(), quota.getSpec().getHard());
        if (before != null && !before.equals(quota.getSpec().getHard())) {
            tally.count("slice moves");
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        // It only counts; the checker has a watch of its own.
    }

    @Override
    public void close() {
        watch.close();
    }
}
