package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.OperatorProcess;
import io.jiyun.operator.testbed.SumWatch;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class TwoOperatorsTest {

    /** As when a lease is lost unnoticed: both take themselves for the leader. */
    @Test
    void atWorkAtOnceDoNoHarm(Testbed testbed) {
        testbed.declareCloud();
        Path kubeconfig = testbed.plane().operatorKubeconfig();
        Resources limit = Resources.of(Map.of(ResourceName.PODS, new Count(40)));
        Set<String> names = Set.of(testbed.name("a"), testbed.name("b"), testbed.name("c"));
        try (SumWatch watch = new SumWatch(testbed.admin(), names, limit);
                OperatorProcess one = OperatorProcess.start(kubeconfig);
                OperatorProcess other = OperatorProcess.start(kubeconfig)) {
            for (int round = 0; round < 6; round++) {
                String[] on = round % 2 == 0 ? new String[] {"a", "b", "c"} : new String[] {"b"};
                testbed.bureau("double")
                        .granted("pods", round % 3 == 1 ? "7" : "40")
                        .on(on)
                        .apply();
                testbed.awaitReady("double");
            }
            assertThat(watch.excesses()).isEmpty();
        }
    }
}
