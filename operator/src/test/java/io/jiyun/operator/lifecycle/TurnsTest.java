package io.jiyun.operator.lifecycle;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Testbed;
import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@OnControlPlane
class TurnsTest {

    @Test
    void aBarePodLargerThanTheShareOfItsNamespaceComesInWithoutAnybodyHavingBeenTold(
            Testbed testbed) throws Exception {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("quiet")
                .granted("requests.cpu", "8", "requests.memory", "8Gi", "pods", "40")
                .on("one", "two", "three", "four")
                .apply();
        testbed.awaitReady("quiet");

        Pod large = asked(() -> create(testbed, "three", "7"));
        assertThat(large.getMetadata().getNamespace()).isEqualTo(testbed.name("three"));

        Pod small = asked(() -> create(testbed, "one", "300m"));
        Pod grown = asked(() -> Pods.resized(testbed.admin(), small, new Quantity("1")));
        assertThat(grown.getMetadata().getName()).isEqualTo(small.getMetadata().getName());
    }

    private static Pod create(Testbed testbed, String namespace, String cpu) {
        return testbed.admin().resource(Pods.of(testbed.name(namespace), cpu, "64Mi")).create();
    }

    /** Asks as a client does that is refused: once more after a while. */
    private static Pod asked(Supplier<Pod> ask) throws Exception {
        CompletableFuture<Pod> served = new CompletableFuture<>();
        try (ScheduledExecutorService client = Executors.newSingleThreadScheduledExecutor()) {
            var asking =
                    client.scheduleWithFixedDelay(() -> ask(ask, served), 0, 200, MILLISECONDS);
            try {
                return served.get(60, SECONDS);
            } finally {
                asking.cancel(false);
            }
        }
    }

    private static void ask(Supplier<Pod> ask, CompletableFuture<Pod> served) {
        try {
            served.complete(ask.get());
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                served.completeExceptionally(refusal);
            }
        }
    }
}
