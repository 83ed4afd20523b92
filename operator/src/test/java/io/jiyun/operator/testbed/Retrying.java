package io.jiyun.operator.testbed;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Asks as a client does that is refused: once more after a while. */
public final class Retrying {

    /** Answers the pod once it is served. */
    public static Pod until(Supplier<Pod> ask) throws Exception {
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

    private Retrying() {}
}
