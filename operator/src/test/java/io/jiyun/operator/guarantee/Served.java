package io.jiyun.operator.guarantee;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.jiyun.operator.testbed.Pods;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Asks for most of a quota in one namespace after the other, each time until it is given. */
record Served(String slowest, double seconds) {
    private static final long PATIENCE_SECONDS = 30;

    static Served inTurn(List<Place> places, String cpu) {
        Served slowest = new Served("nobody", 0);
        for (Place place : places) {
            for (String namespace : place.namespaces()) {
                double took = seconds(place, namespace, cpu);
                if (took > slowest.seconds()) {
                    slowest = new Served(place.cloud() + "/" + namespace, took);
                }
            }
        }
        return slowest;
    }

    private static double seconds(Place place, String namespace, String cpu) {
        long start = System.nanoTime();
        RollableScalableResource<ReplicaSet> large =
                place.client()
                        .apps()
                        .replicaSets()
                        .resource(Pods.replicas(namespace, "large", 1, cpu));
        large.create();
        awaitReplicas(large, 1);
        double took = (System.nanoTime() - start) / 1e9;
        large.scale(0);
        awaitReplicas(large, 0);
        return took;
    }

    private static void awaitReplicas(RollableScalableResource<ReplicaSet> replicas, int count) {
        Objects.requireNonNull(
                replicas.waitUntilCondition(
                        seen ->
                                seen != null
                                        && seen.getStatus() != null
                                        && Objects.equals(
                                                seen.getStatus().getObservedGeneration(),
                                                seen.getMetadata().getGeneration())
                                        && seen.getStatus().getReplicas() == count,
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS));
    }

    @Override
    public String toString() {
        return "%s after %.1f s".formatted(slowest, seconds);
    }
}
