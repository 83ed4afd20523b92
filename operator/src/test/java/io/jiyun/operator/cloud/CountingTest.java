package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.cloud.RefusalMetrics.Count;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Testbed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
@SuppressWarnings("NullAway.Init") // filled before each test
class CountingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String namespace;
    private RefusalCell cell;
    private KubernetesClient operator;
    private Counting counting;

    @BeforeEach
    void policiesCountWhoIsRefused(Testbed testbed) throws InterruptedException {
        GuardedNamespace guarded = GuardedNamespace.in(testbed);
        testbed.stopOperator();
        namespace = testbed.name("guarded-only");
        cell = RefusalCell.of(namespace);
        operator = guarded.as("jiyun-operator");
        counting = new Counting("cloud", operator, Clock.systemUTC());
        counting.need();
        awaitCounting(testbed.admin());
    }

    @AfterEach
    void theyGo(Testbed testbed) throws InterruptedException {
        testbed.admin().pods().inNamespace(namespace).withGracePeriod(0).delete();
        counting.rest(Duration.ZERO);
        operator.close();
    }

    @Test
    void aRefusedPodIsCountedInTheCellOfItsNamespaceWithItsSize(Testbed testbed) {
        assertThat(refused(testbed, pod("3", "64Mi"))).isEqualTo(new Count(1, 7, 1));
        assertThat(refused(testbed, pod("2100m", "64Mi"))).isEqualTo(new Count(1, 7, 1));
        assertThat(refused(testbed, pod("50", "64Mi"))).isEqualTo(new Count(1, 11, 1));
    }

    @Test
    void itIsCountedWithAllItAsksForWhicheverResourceIsShort(Testbed testbed) {
        assertThat(refused(testbed, pod("2100m", "3Gi"))).isEqualTo(new Count(1, 7, 7));
        assertThat(refused(testbed, pod("2100m", "4Gi"))).isEqualTo(new Count(1, 7, 7));
        assertThat(refused(testbed, pod("2100m", "4100Mi"))).isEqualTo(new Count(1, 7, 8));
    }

    @Test
    void whatIsLetInIsNotCounted(Testbed testbed) {
        Count before = count(testbed.admin());
        testbed.admin().resource(pod("100m", "64Mi")).create();
        assertThat(refused(testbed, pod("2", "64Mi"))).isEqualTo(new Count(1, 7, 1));
        assertThat(count(testbed.admin()).since(before)).isEqualTo(new Count(1, 7, 1));
    }

    @Test
    void aResizeIsCountedWithWhatItAsksForBeyondWhatThePodHas(Testbed testbed) {
        awaitUsed(testbed, "0");
        Pod pod = testbed.admin().resource(pod("500m", "64Mi")).create();
        awaitUsed(testbed, "500m");
        Count before = count(testbed.admin());
        assertThatThrownBy(() -> Pods.resized(testbed.admin(), pod, new Quantity("2200m")))
                .hasMessageContaining("exceeded quota");
        assertThat(count(testbed.admin()).since(before)).isEqualTo(new Count(1, 7, 1));
    }

    @Test
    void theyAreInstalledOnceAndAreGoneAfterwards() throws InterruptedException {
        Counting other = new Counting("cloud", operator, Clock.systemUTC());
        other.look();
        assertThat(other.isInstalled()).isTrue();

        counting.rest(Duration.ZERO);

        Counting third = new Counting("cloud", operator, Clock.systemUTC());
        third.look();
        assertThat(third.isInstalled()).isFalse();
        assertThat(counting.isInstalled()).isFalse();
    }

    private Pod pod(String cpu, String memory) {
        return Pods.of(namespace, cpu, memory);
    }

    /** What a refusal adds. */
    private Count refused(Testbed testbed, Pod pod) {
        Count before = count(testbed.admin());
        assertThatThrownBy(() -> testbed.admin().resource(pod).create())
                .hasMessageContaining("exceeded quota");
        return count(testbed.admin()).since(before);
    }

    private Count count(KubernetesClient admin) {
        try {
            String metrics = Objects.requireNonNull(admin.raw("/metrics"));
            return Objects.requireNonNull(
                            RefusalMetrics.read(new BufferedReader(new StringReader(metrics)), true)
                                    .orElseThrow()
                                    .cells())
                    .getOrDefault(cell, Count.NONE);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The API server takes a moment to learn of policies. */
    private void awaitCounting(KubernetesClient admin) {
        Count before = count(admin);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                admin.resource(pod("100", "64Mi")).create();
            } catch (KubernetesClientException refusal) {
                Count now = count(admin).since(before);
                if (now.refused() > 0 && now.cpu() > 0 && now.memory() > 0) {
                    return;
                }
            }
        }
        throw new AssertionError("nothing is counted");
    }

    private void awaitUsed(Testbed testbed, String cpu) {
        testbed.await(
                testbed.quota("guarded-only"),
                quota ->
                        Quantity.parse(cpu)
                                .equals(quota.getStatus().getUsed().get("requests.cpu")));
    }
}
