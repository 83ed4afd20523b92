package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.operator.testbed.Pods;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Eight clients that create and resize bare pods, most of them in a few namespaces, which change.
 * They agree among each other never to want more than part of the quota, so that every refusal is a
 * false one.
 */
final class Crowd {
    private static final int CLIENTS = 8;
    private static final long PERIOD = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_PODS = 20;

    private final ElasticBureau bureau;
    private final int limit;
    private final AtomicInteger wanted = new AtomicInteger();
    private final QuotaClient creates = new QuotaClient();
    private final QuotaClient resizes = new QuotaClient();

    Crowd(ElasticBureau bureau) {
        this.bureau = bureau;
        limit = bureau.millicores() * 6 / 10;
    }

    void run(int seconds, Figures figures, String name)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                Random random = new Random(number);
                clients.add(
                        threads.submit(() -> {
                            work(random, end);
                            return null;
                        }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        creates.addTo(figures, name + "_bare_pods");
        resizes.addTo(figures, name + "_resizes");
    }

    private void work(Random random, long end) throws InterruptedException {
        Deque<Pod> own = new ArrayDeque<>();
        while (System.nanoTime() < end) {
            int more = 50 + 10 * random.nextInt(26);
            boolean fits = wanted.addAndGet(more) <= limit;
            if (!fits || own.size() >= MOST_PODS) {
                wanted.addAndGet(-more);
                if (!own.isEmpty()) {
                    delete(own.removeFirst());
                }
            } else if (random.nextInt(4) == 0 && !own.isEmpty()) {
                resize(own, more);
            } else {
                create(own, random, more);
            }
        }
        own.forEach(this::delete);
    }

    private void create(Deque<Pod> own, Random random, int more) throws InterruptedException {
        String namespace = namespace(random);
        Pod made =
                creates.ask(
                        () ->
                                bureau.client()
                                        .resource(Pods.of(namespace, more + "m", "64Mi"))
                                        .create());
        if (made == null) {
            wanted.addAndGet(-more);
        } else {
            own.addLast(made);
        }
    }

    private void resize(Deque<Pod> own, int more) throws InterruptedException {
        Pod pod = own.removeFirst();
        Quantity larger = new Quantity(millicores(pod) + more + "m");
        Pod resized = resizes.ask(() -> Pods.resized(bureau.client(), pod, larger));
        if (resized == null) {
            wanted.addAndGet(-more);
            own.addFirst(pod);
        } else {
            own.addLast(resized);
        }
    }

    private void delete(Pod pod) {
        bureau.client().resource(pod).withGracePeriod(0).delete();
        wanted.addAndGet(-millicores(pod));
    }

    private static int millicores(Pod pod) {
        Quantity cpu =
                pod.getSpec().getContainers().getFirst().getResources().getRequests().get("cpu");
        return Objects.requireNonNull(cpu).getNumericalAmount().movePointRight(3).intValueExact();
    }

    /** Nine of ten in one of three namespaces. */
    private String namespace(Random random) {
        List<String> all = bureau.namespaces();
        int period = (int) (System.nanoTime() / PERIOD % all.size());
        int index = random.nextInt(10) == 0 ? random.nextInt(all.size()) : period + random.nextInt(3);
        return all.get(index % all.size());
    }
}
