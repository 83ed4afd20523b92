package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.operator.testbed.MemberPlane;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Relay;
import io.jiyun.operator.testbed.Testbed;
import org.junit.jupiter.api.Test;

/** A cloud that takes connections and answers nothing, from one moment to the next. */
@OnControlPlane
class HungCloudTest {
    @Test
    void costsOthersNothingAndItsOwnBureauLittle(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        try (MemberPlane member = MemberPlane.start()) {
            member.joinAs("hung", testbed);
            declare(testbed, 4);
            testbed.awaitReady("spread");
            testbed.bureau("apart").code("11530000MB0X05").granted("pods", "4").on("apart").apply();
            testbed.awaitReady("apart");

            member.relay().become(Relay.Mode.SILENT);
            declare(testbed, 6); // so that something is to be written on the hung cloud, too
            double other =
                    seconds(() -> {
                        testbed.bureau("apart")
                                .code("11530000MB0X05")
                                .granted("pods", "6")
                                .on("apart")
                                .apply();
                        awaitHard(testbed, "apart", "6");
                    });
            double first = seconds(() -> awaitHard(testbed, "spread-here", "6"));
            double second =
                    seconds(() -> {
                        declare(testbed, 8);
                        awaitHard(testbed, "spread-here", "8");
                    });
            testbed.awaitCloudCondition("hung", "Reachable", "False");
            double third =
                    seconds(() -> {
                        declare(testbed, 9);
                        awaitHard(testbed, "spread-here", "9");
                    });
            System.out.println(
                    "hung cloud: another bureau %.1f s; its own bureau on its healthy cloud %.1f s, %.1f s, once it is known %.1f s"
                            .formatted(other, first, second, third));
            assertThat(other).isLessThan(5);
            assertThat(third).isLessThan(5);

            member.relay().become(Relay.Mode.OPEN);
            testbed.awaitReady("spread");
        }
    }

    private static void declare(Testbed testbed, int pods) {
        testbed.bureau("spread")
                .granted("pods", pods + "")
                .grantedIn(testbed.name("hung"), Testbed.POOL, "pods", pods + "")
                .on("spread-here")
                .onExactly(testbed.name("spread-there"), testbed.name("hung"))
                .apply();
    }

    private static void awaitHard(Testbed testbed, String plain, String pods) {
        testbed.await(
                testbed.quota(plain),
                quota ->
                        quota != null
                                && quota.getStatus() != null
                                && quota.getStatus().getHard() != null
                                && Quantity.parse(pods)
                                        .equals(quota.getStatus().getHard().get("pods")));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
