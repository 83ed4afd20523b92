package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.OperatorProcess;
import io.jiyun.operator.testbed.SumWatch;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class OperatorKilledTest {
    private static final int KILLS = 8;
    private static final int PODS = 60;
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
                    LockSupport.parkNanos(
                            Duration.ofMillis(1_000 + random.nextInt(1_500)).toNanos());
                    declare(testbed, random);
                    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
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

    private static void declare(Testbed testbed, RandomGenerator random) {
        String[] some =
                Stream.of(NAMESPACES).filter(_ -> random.nextInt(3) > 0).toArray(String[]::new);
        int pods = random.nextBoolean() ? PODS : 1 + random.nextInt(PODS);
        testbed.bureau("moving").granted("pods", pods + "").on(some).apply();
    }
}
