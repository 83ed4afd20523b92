package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Calls to an API server for many objects, so many at once as it bears. */
public final class AllAtOnce {

    /**
     * Takes the step for each, and waits for all.
     *
     * @param atOnce how many calls an API server is given at a time
     * @throws KubernetesClientException the first that failed; the others were tried all the same
     */
    public static <T> void each(Collection<T> items, int atOnce, Consumer<T> step)
            throws InterruptedException {
        Semaphore free = new Semaphore(atOnce);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (T item : items) {
                Callable<T> task =
                        () -> {
                            free.acquire();
                            try {
                                step.accept(item);
                                return item;
                            } finally {
                                free.release();
                            }
                        };
                running.add(threads.submit(task));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KubernetesClientException refusal
                    ? refusal
                    : new KubernetesClientException("unexpected", failure.getCause());
        }
    }

    private AllAtOnce() {}
}
