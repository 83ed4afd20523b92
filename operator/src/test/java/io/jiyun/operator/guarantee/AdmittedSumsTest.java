package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.jiyun.operator.testbed.AdmittedSums;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.operator.testbed.Verdict;
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
            assertThat(sums.judge().faults()).isEmpty();

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

            Verdict verdict = sums.judge();
            assertThat(verdict.faults())
                    .anyMatch(it -> it.contains("strict had 5 of pods"))
                    .allMatch(it -> it.contains("beside a quota of 4"));
            assertThat(verdict.miscounts()).isEmpty();
            assertThat(verdict.report()).contains("strict pods: highest 5 of 4");
        }
    }

    @Test
    void namesAMiscountOfKubernetesInsteadOfBlamingTheLimits(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("counted").granted("pods", "1").on("only").apply();
        testbed.awaitReady("counted");
        testbed.stopOperator();
        Map<String, String> bureaus = Map.of(testbed.name("only"), "counted");
        Map<String, Map<String, String>> quotas = Map.of("counted", Map.of("pods", "1"));
        try (AdmittedSums sums = new AdmittedSums(testbed.admin(), bureaus, quotas)) {
            testbed.pod("only", "first", "100m");
            // What the quota controller does when it counts before it has seen the pod.
            testbed.quota("only")
                    .editStatus(quota ->
                            new ResourceQuotaBuilder(quota)
                                    .editStatus()
                                    .addToUsed("pods", Quantity.parse("0"))
                                    .endStatus()
                                    .build());
            testbed.pod("only", "second", "100m");

            Verdict verdict = sums.judge();
            assertThat(verdict.faults()).isEmpty();
            assertThat(verdict.miscounts())
                    .singleElement()
                    .asString()
                    .contains("had 2 of pods and was promised 1 beside a quota of 1");
            assertThat(verdict.report()).contains("counted pods: highest 2 of 1");
        }
    }
}
