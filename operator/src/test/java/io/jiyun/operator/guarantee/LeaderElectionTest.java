package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class LeaderElectionTest {
    @Test
    void whenTheLeaderIsKilledTheOtherTakesOver(Testbed testbed) {
        testbed.declareCloud();
        try (Fleet fleet = new Fleet(testbed.plane(), new Tally())) {
            testbed.bureau("led").granted("pods", "4").on("led-only").apply();
            testbed.awaitReady("led");
            String first = fleet.leader();
            long start = System.nanoTime();

            fleet.killForGood(first);
            String second = fleet.successorOf(first);
            double taken = seconds(start);
            testbed.bureau("led").granted("pods", "7").on("led-only").apply();
            testbed.awaitReady("led");

            System.out.println(
                    "leader election, lease of 5 s: taken over after %.1f s, at work after %.1f s"
                            .formatted(taken, seconds(start)));
            assertThat(second).isNotEqualTo(first);
            assertThat(taken).isLessThan(20);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
