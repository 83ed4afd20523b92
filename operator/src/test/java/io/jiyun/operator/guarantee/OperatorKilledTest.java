package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.OperatorProcess;
import io.jiyun.operator.testbed.SumWatch;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class OperatorKilledTest {
    private static final int KILLS = 8;
    private static final int PODS = 60;

    /** A move takes about a dozen changes to quotas: half the kills come in the middle of one. */
    private static final int CHANGES = 16;

    private static final long PATIENCE_SECONDS = 90;
    private static final String[] NAMESPACES = {"a", "b", "c", "d"};

    /** Slices move all the time, because namespaces come, go and use their share. */
    @Test
    void atAnyPointAndTheSumNeverExceedsTheQuota(Testbed testbed) {
        testbed.declareCloud();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        Resources limit = Resources.of(Map.of(ResourceName.PODS, new Count(PODS)));
        Set<String> names = Stream.of(NAMESPACES).map(testbed::name).collect(Collectors.toSet());
        try (SumWatch watch = new SumWatch(testbed.admin(), names, limit)) {
            for (int kill = 0; kill < KILLS; kill++) {
                try (OperatorProcess operator =
                        OperatorProcess.start(testbed.plane().operatorKubeconfig())) {
                    declare(testbed, random);
                    awaitWork(testbed, watch, 1 + random.nextInt(CHANGES));
                    declare(testbed, random);
                    awaitWork(testbed, watch, 1 + random.nextInt(CHANGES));
                    operator.kill();
                }
            }
            try (OperatorProcess last =
                    OperatorProcess.start(testbed.plane().operatorKubeconfig())) {
                testbed.bureau("moving").granted("pods", PODS + "").on(NAMESPACES).apply();
                testbed.awaitReady("moving");
            }
            assertThat(watch.excesses()).isEmpty();
        }
    }

    /** Until so many quotas changed, or nothing is left to change. */
    private static void awaitWork(Testbed testbed, SumWatch watch, int changes) {
        CompletableFuture<?> ready = testbed.whenReady("moving");
        try {
            CompletableFuture.anyOf(watch.changes(changes), ready)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } finally {
            ready.cancel(true);
        }
    }

    private static void declare(Testbed testbed, RandomGenerator random) {
        String[] some =
                Stream.of(NAMESPACES).filter(_ -> random.nextInt(3) > 0).toArray(String[]::new);
        int pods = random.nextBoolean() ? PODS : 1 + random.nextInt(PODS);
        testbed.bureau("moving").granted("pods", pods + "").on(some).apply();
    }
}
