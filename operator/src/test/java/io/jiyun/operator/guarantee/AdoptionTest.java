package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.BureauFixture;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Testbed;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** Four and four are in use, and ten is the quota; the sibling fills up all the while. */
    @Test
    void besideABusySiblingNothingIsGivenOutBeforeItsPodsAreCounted(Testbed testbed)
            throws InterruptedException {
        testbed.declareCloud();
        testbed.startOperator();
        busy(testbed).on("busy-first").apply();
        testbed.awaitReady("busy");
        oldNamespace(testbed, "busy-old", "busy", 4);
        for (int pod = 0; pod < 4; pod++) {
            create(testbed);
        }
        CountDownLatch end = new CountDownLatch(1);
        Thread tenant = Thread.startVirtualThread(() -> createUntil(end, testbed));

        busy(testbed).on("busy-first", "busy-old").apply();
        testbed.awaitReady("busy");
        end.countDown();
        tenant.join();

        int first = pods(testbed, "busy-first");
        assertThat(pods(testbed, "busy-old")).isEqualTo(4);
        assertThat(first).isLessThanOrEqualTo(10);
        assertThat(hard(testbed, "busy-first") + hard(testbed, "busy-old")).isLessThanOrEqualTo(10);
        testbed.awaitCondition("busy", "OverQuota", first > 6 ? "True" : "False");

        testbed.admin().pods().inNamespace(testbed.name("busy-first")).delete();
        testbed.awaitCondition("busy", "OverQuota", "False");
        testbed.await(testbed.quota("busy-old"), quota -> quota != null && hardOf(quota) >= 4);
        testbed.awaitReady("busy");
    }

    private static BureauFixture busy(Testbed testbed) {
        return testbed.bureau("busy").code("11530000MB0X07").granted("pods", "10");
    }

    private static void createUntil(CountDownLatch end, Testbed testbed) {
        try {
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                create(testbed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void create(Testbed testbed) {
        try {
            testbed.admin().resource(Pods.of(testbed.name("busy-first"), "10m", "1Mi")).create();
        } catch (KubernetesClientException full) {
            // Its quota is used up.
        }
    }

    private static int pods(Testbed testbed, String plain) {
        return testbed.admin().pods().inNamespace(testbed.name(plain)).list().getItems().size();
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
        return hardOf(testbed.quota(plain).require());
    }

    private static int hardOf(ResourceQuota quota) {
        Quantity pods = quota.getStatus().getHard().get("pods");
        return Objects.requireNonNull(pods).getNumericalAmount().intValue();
    }
}
