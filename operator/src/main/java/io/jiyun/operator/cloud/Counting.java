package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a cloud's API servers count who is refused, while somebody is refused without a trace: the
 * policies cost each pod a millisecond or more, so they stand only where they are needed.
 */
final class Counting {
    /** How the policies stand, as far as known. */
    enum State {
        INSTALLED,
        POSSIBLE,
        IMPOSSIBLE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

    /** Who was refused is likely to be refused again; installing takes two seconds. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int AT_ONCE = 8;

    private final String cloud;
    private final KubernetesClient client;
    private final Clock clock;
    private boolean installed;
    private Instant neededAt = Instant.MIN;
    private Instant failedAt = Instant.MIN;

    Counting(String cloud, KubernetesClient client, Clock clock) {
        this.cloud = cloud;
        this.client = client;
        this.clock = clock;
    }

    /** Whether the policies stand, as far as known. */
    boolean isInstalled() {
        return installed;
    }

    private boolean isPossible() {
        return failedAt.isBefore(clock.instant().minus(AGAIN));
    }

    State state() {
        if (installed) {
            return State.INSTALLED;
        }
        return isPossible() ? State.POSSIBLE : State.IMPOSSIBLE;
    }

    /** Finds out whether an operator before this one installed the policies. */
    void look() throws InterruptedException {
        attempt(
                "looked for",
                () -> {
                    HasMetadata last = CountingPolicies.bindings().getLast();
                    installed = client.resource(last).get() != null;
                    neededAt = clock.instant();
                });
    }

    /** Installs the policies where they do not stand. */
    void need() throws InterruptedException {
        neededAt = clock.instant();
        if (!installed && isPossible()) {
            attempt(
                    "installed",
                    () -> {
                        CountingPolicies.anchor().forEach(this::install);
                        each(CountingPolicies.policies(), this::install);
                        each(CountingPolicies.bindings(), this::install);
                        installed = true;
                    });
        }
    }

    /** Removes all policies that cost something where they have not been needed for long. */
    void rest() throws InterruptedException {
        rest(KEPT_FOR);
    }

    /** The same where they have not been needed for that long. */
    void rest(Duration unneeded) throws InterruptedException {
        if (installed && isPossible() && !neededAt.plus(unneeded).isAfter(clock.instant())) {
            attempt(
                    "removed",
                    () -> {
                        each(CountingPolicies.bindings(), this::remove);
                        each(CountingPolicies.policies(), this::remove);
                        installed = false;
                    });
        }
    }

    private void install(HasMetadata wanted) {
        try {
            client.resource(wanted).create();
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refusal;
            }
            PolicyObject.ensure(client, wanted);
        }
    }

    private void remove(HasMetadata object) {
        client.resource(object).delete();
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private void attempt(String done, Step step) throws InterruptedException {
        try {
            step.take();
            LOG.debug("Policies that count who is refused on {} were {}", cloud, done);
        } catch (KubernetesClientException failure) {
            failedAt = clock.instant();
            LOG.atInfo()
                    .addKeyValue("cloud", cloud)
                    .log(
                            "Policies that count who is refused on {} could not be {}: {}. Bare"
                                    + " pods wait longer there; see docs/operations/install.md",
                            cloud,
                            done,
                            failure.getMessage());
        }
    }

    private static void each(List<HasMetadata> objects, Consumer<HasMetadata> step)
            throws InterruptedException {
        Semaphore free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (HasMetadata object : objects) {
                Callable<Object> task =
                        () -> {
                            free.acquire();
                            try {
                                step.accept(object);
                                return object;
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
}
