package io.jiyun.operator.guarantee;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.Pods;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A tenant with a controller: has replicas in the namespace that is in demand and nowhere else. */
final class Scaler implements Runnable {
    private static final int REPLICAS = 10;
    private static final long PAUSE_MILLISECONDS = 300;

    private final Place place;
    private final Demand demand;
    private final Tally tally;
    private final CountDownLatch end;

    Scaler(Place place, Demand demand, Tally tally, CountDownLatch end) {
        this.place = place;
        this.demand = demand;
        this.tally = tally;
        this.end = end;
    }

    @Override
    public void run() {
        try {
            while (!end.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                String wanted = demand.now(place);
                place.namespaces().forEach(it -> scale(it, it.equals(wanted) ? REPLICAS : 0));
            }
            place.namespaces().forEach(it -> scale(it, 0));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void scale(String namespace, int count) {
        try {
            var known = place.client().apps().replicaSets().inNamespace(namespace).withName("team");
            ReplicaSet seen = known.get();
            if (seen == null && count > 0) {
                place.client().resource(Pods.replicas(namespace, "team", count, "300m")).create();
            } else if (seen != null && seen.getSpec().getReplicas() != count) {
                known.scale(count);
                tally.count("scaled");
            }
        } catch (KubernetesClientException refusal) {
            tally.count("scaling refused: " + refusal.getCode());
        }
    }
}
