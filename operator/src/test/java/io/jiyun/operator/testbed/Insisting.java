package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the controller of a ReplicaSet try again every second, as any change of the ReplicaSet does.
 * By itself it waits twice as long after each refusal, minutes in the end.
 */
public final class Insisting implements AutoCloseable {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();

    public Insisting(Resource<ReplicaSet> replicas) {
        var _ = owner.scheduleWithFixedDelay(() -> ask(replicas), 1, 1, TimeUnit.SECONDS);
    }

    private void ask(Resource<ReplicaSet> replicas) {
        var _ =
                replicas.patch(
                        MERGE,
                        "{\"metadata\":{\"annotations\":{\"asked\":\"%d\"}}}"
                                .formatted(asked.incrementAndGet()));
    }

    @Override
    public void close() {
        owner.close();
    }
}
