package io.jiyun.operator.guarantee;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.Pods;
import java.net.HttpURLConnection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Always wants more than there is: creates, resizes and deletes pods at the edge of the quota, most
 * of them in one namespace, which is another one every few seconds.
 */
final class Tenant implements Runnable {
    private static final int MOST_PODS = 14;
    private static final long PAUSE_MILLISECONDS = 40;

    private final Place place;
    private final Demand demand;
    private final RandomGenerator random;
    private final Tally tally;
    private final CountDownLatch end;
    private final Deque<Pod> own = new ArrayDeque<>();

    Tenant(Place place, Demand demand, RandomGenerator random, Tally tally, CountDownLatch end) {
        this.place = place;
        this.demand = demand;
        this.random = random;
        this.tally = tally;
        this.end = end;
    }

    @Override
    public void run() {
        try {
            while (!end.await(random.nextLong(2 * PAUSE_MILLISECONDS), TimeUnit.MILLISECONDS)) {
                act();
            }
            while (!own.isEmpty()) {
                delete();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void act() {
        int dice = random.nextInt(100);
        try {
            if (own.size() >= MOST_PODS || (dice < 20 && !own.isEmpty())) {
                delete();
            } else if (dice < 35 && !own.isEmpty()) {
                resize();
            } else {
                create();
            }
        } catch (KubernetesClientException refusal) {
            tally.count(outcome(refusal));
        }
    }

    private void create() {
        String namespace =
                random.nextInt(100) < 60
                        ? demand.now(place)
                        : place.namespaces().get(random.nextInt(place.namespaces().size()));
        Pod wanted = Pods.of(namespace, amount(50, 350) + "m", amount(64, 300) + "Mi");
        own.addLast(place.client().resource(wanted).create());
        tally.count("created");
    }

    private void resize() {
        Pod pod = own.removeFirst();
        try {
            pod = Pods.resized(place.client(), pod, Quantity.parse(amount(50, 600) + "m"));
            tally.count("resized");
        } finally {
            own.addFirst(pod);
        }
    }

    private void delete() {
        place.client().resource(own.removeFirst()).withGracePeriod(0).delete();
        tally.count("deleted");
    }

    private int amount(int from, int to) {
        return from + 50 * random.nextInt((to - from) / 50 + 1);
    }

    private static String outcome(KubernetesClientException refusal) {
        boolean quota = String.valueOf(refusal.getMessage()).contains("exceeded quota");
        return switch (refusal.getCode()) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                    quota ? "denied by quota" : "refused: " + refusal.getMessage();
            case HttpURLConnection.HTTP_CONFLICT -> "conflict";
            default -> "other: " + refusal.getCode();
        };
    }
}
