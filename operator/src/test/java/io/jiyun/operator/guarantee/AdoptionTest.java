package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@OnControlPlane
class AdoptionTest {
    @Test
    void ofANamespaceWithPodsCountsThemAndDisturbsNone(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("heir").granted("pods", "10").on("first").apply();
        testbed.awaitReady("heir");
        oldNamespace(testbed, "old", "heir", 6);

        testbed.bureau("heir").granted("pods", "10").on("first", "old").apply();
        testbed.awaitReady("heir");

        testbed.await(
                testbed.bureauQuota("heir"),
                quota ->
                        quota != null
                                && quota.getStatus() != null
                                && quota.getStatus().poolsOrEmpty().stream()
                                        .anyMatch(pool ->
                                                pool.used() != null
                                                        && Quantity.parse("6")
                                                                .equals(pool.used().get("pods"))));
        assertThat(testbed.admin().pods().inNamespace(testbed.name("old")).list().getItems())
                .hasSize(6);
        assertThat(hard(testbed, "first") + hard(testbed, "old")).isEqualTo(10);
        assertThat(hard(testbed, "old")).isGreaterThanOrEqualTo(6);
    }

    private static void oldNamespace(Testbed testbed, String plain, String bureau, int pods) {
        testbed.foreignNamespace(plain, Map.of("jiyun.io/adopt-by", testbed.name(bureau)));
        testbed.await(
                testbed.admin()
                        .serviceAccounts()
                        .inNamespace(testbed.name(plain))
                        .withName("default"),
                Objects::nonNull);
        for (int pod = 0; pod < pods; pod++) {
            testbed.pod(plain, "old-" + pod, "100m");
        }
    }

    private static int hard(Testbed testbed, String plain) {
        Quantity pods = testbed.quota(plain).require().getStatus().getHard().get("pods");
        return Objects.requireNonNull(pods).getNumericalAmount().intValue();
    }
}
