package io.jiyun.operator.bench;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that tries again when quota refuses it although its bureau has room. */
final class QuotaClient {
    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Durations untilServed = new Durations();
    private final CountDownLatch never = new CountDownLatch(1);
    private int asked;
    private int denied;
    private int starved;

    /** Asks until it is given; null when patience ends first. */
    <T> @Nullable T ask(Supplier<T> what) throws InterruptedException {
        long start = System.nanoTime();
        boolean refused = false;
        count(1, 0, 0);
        while (true) {
            try {
                T given = what.get();
                if (refused) {
                    untilServed.since(start);
                }
                return given;
            } catch (KubernetesClientException refusal) {
                if (!isQuota(refusal)) {
                    throw refusal;
                }
            }
            if (!refused) {
                refused = true;
                count(0, 1, 0);
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                count(0, 0, 1);
                return null;
            }
            boolean _ = never.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    static boolean isQuota(KubernetesClientException refusal) {
        return refusal.getCode() == HttpURLConnection.HTTP_CONFLICT
                || (refusal.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                        && String.valueOf(refusal.getMessage()).contains("exceeded quota"));
    }

    private synchronized void count(int moreAsked, int moreDenied, int moreStarved) {
        asked += moreAsked;
        denied += moreDenied;
        starved += moreStarved;
    }

    synchronized void addTo(Figures figures, String name) {
        figures.add(name + "_asked", asked);
        figures.add(name + "_false_denials", denied);
        figures.add(name + "_starved_after_10_s", starved);
        untilServed.addTo(figures, name + "_until_served");
    }
}
