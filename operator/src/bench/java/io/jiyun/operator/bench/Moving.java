package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.jiyun.operator.testbed.Pods;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Has most of the quota move to one namespace after the other, and times each. */
record Moving(ElasticBureau bureau, MeasuredOperator operator) {
    private static final int MOVES = 20;
    private static final long PATIENCE_SECONDS = 60;

    void run(Figures figures, String name) throws Exception {
        Durations durations = new Durations();
        long before = operator.writes();
        int moves = Math.min(MOVES, bureau.namespaces().size());
        int stride = bureau.namespaces().size() / moves;
        for (int move = 0; move < moves; move++) {
            String namespace = bureau.namespaces().get(move * stride);
            long start = System.nanoTime();
            RollableScalableResource<ReplicaSet> large =
                    bureau.client()
                            .apps()
                            .replicaSets()
                            .resource(
                                    Pods.replicas(
                                            namespace,
                                            "large",
                                            1,
                                            bureau.millicores() * 6 / 10 + "m"));
            large.create();
            await(large, 1);
            durations.since(start);
            large.scale(0);
            await(large, 0);
        }
        durations.addTo(figures, name + "_move_60_percent");
        figures.add(name + "_writes_per_move", (operator.writes() - before) / (double) moves);
    }

    private static void await(RollableScalableResource<ReplicaSet> replicas, int count) {
        Objects.requireNonNull(
                replicas.waitUntilCondition(
                        seen ->
                                seen != null
                                        && seen.getStatus() != null
                                        && seen.getStatus().getReplicas() == count,
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS));
    }
}
