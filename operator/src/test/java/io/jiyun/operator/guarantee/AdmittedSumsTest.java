package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.jiyun.operator.testbed.AdmittedSums;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Testbed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing. */
@OnControlPlane
class AdmittedSumsTest {
    @Test
    void tellOfWhatAnAdministratorLetInByRaisingAQuotaByHand(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("strict").granted("pods", "4").on("one", "two").apply();
        testbed.awaitReady("strict");
        testbed.stopOperator(); // or it would put the quota right within a moment
        Map<String, String> bureaus =
                Map.of(testbed.name("one"), "strict", testbed.name("two"), "strict");
        try (AdmittedSums sums =
                new AdmittedSums(testbed.admin(), bureaus, Map.of("strict", Map.of("pods", "4")))) {
            testbed.pod("one", "first", "100m");
            testbed.pod("one", "second", "100m");
            testbed.pod("two", "third", "100m");
            testbed.pod("two", "fourth", "100m");
            sums.catchUp(Pods.of("default", "1m", "1Mi"));
            assertThat(sums.faults()).isEmpty();

            Map<String, Quantity> more = Map.of("pods", Quantity.parse("5"));
            testbed.quota("one")
                    .edit(quota ->
                            new ResourceQuotaBuilder(quota)
                                    .editSpec()
                                    .withHard(more)
                                    .endSpec()
                                    .build());
            testbed.await(
                    testbed.quota("one"),
                    quota -> quota != null && more.equals(quota.getStatus().getHard()));
            testbed.pod("one", "fifth", "100m");
            sums.catchUp(Pods.of("default", "1m", "1Mi"));

            assertThat(sums.faults())
                    .singleElement()
                    .asString()
                    .contains("strict had 5 of pods beside a quota of 4");
            assertThat(sums.report()).contains("strict pods: highest 5 of 4");
        }
    }
}
