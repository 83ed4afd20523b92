package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.StandingQuota;
import io.jiyun.quota.amount.Resources;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out decisions on the clouds, all namespaces of a bureau at once. A namespace that fails
 * leaves the others done; the round is repeated.
 */
final class Enforcement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Enforcement.class);

    /** What a step made of the slices, and whether any of them failed. */
    record Outcome(List<Slice> slices, boolean isComplete) {}

    private static final int CALLS_PER_CLOUD = 32;

    private final Clouds clouds;
    private final Fences fences;
    private final Map<String, Semaphore> calls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Enforcement(Clouds clouds, Fences fences) {
        this.clouds = clouds;
        this.fences = fences;
    }

    /** Makes sure that wanted namespaces exist, and finds out how the others stand. */
    Outcome holdNamespaces(BureauQuota quota, List<Slice> slices) {
        return each(
                slices,
                slice -> {
                    Cloud cloud = slice.cloud();
                    if (cloud == null) {
                        return slice.with(Standing.UNKNOWN);
                    }
                    Marks marks = Marks.of(quota, slice.pool().pool());
                    return slice.with(
                            slice.isWanted()
                                    ? NamespaceTenure.hold(cloud, slice.name(), marks)
                                    : NamespaceTenure.look(cloud, slice.name(), marks));
                });
    }

    /** Writes the ResourceQuotas as decided, those first that somebody may be waiting for. */
    Outcome writeQuotas(BureauQuota quota, Decision decision) {
        return each(
                decision.slices(),
                decision::grows,
                slice -> {
                    Cloud cloud = slice.cloud();
                    Resources hard = decision.quota(slice);
                    if (cloud == null || hard == null || slice.standing() != Standing.HELD) {
                        return slice;
                    }
                    Marks marks = Marks.of(quota, slice.pool().pool());
                    ResourceQuota stands = write(slice, cloud, hard, decision, marks);
                    if (slice.quota() != null && stands.equals(slice.quota().object())) {
                        return slice;
                    }
                    fences.raise(slice, stands);
                    return slice.observed(StandingQuota.of(stands));
                });
    }

    private static ResourceQuota write(
            Slice slice, Cloud cloud, Resources hard, Decision decision, Marks marks) {
        if (slice.quota() == null) {
            return QuotaObject.create(slice, cloud, decision.whenMade(slice), marks);
        }
        ResourceQuota stands = QuotaObject.write(slice, cloud, hard, marks);
        return stands.equals(slice.quota().object()) && decision.isUnfenced(slice)
                ? QuotaObject.touch(stands, cloud, UUID.randomUUID().toString())
                : stands;
    }

    /** Sets up what an enforced namespace gets besides its quota, people's access last. */
    Outcome furnish(BureauQuota quota, List<Slice> slices) {
        return each(
                slices,
                slice -> {
                    Cloud cloud = slice.cloud();
                    if (cloud != null && slice.declared() != null && slice.isOpenable()) {
                        Marks marks = Marks.of(quota, slice.pool().pool());
                        Guardrails.ensure(cloud, slice.name(), slice.granted(), marks);
                        TenantAccess.ensure(cloud, slice.name(), slice.declared().access(), marks);
                    }
                    return slice;
                });
    }

    /** Lets go of namespaces that are no longer declared and hold no quota any more. */
    Outcome release(BureauQuota quota, List<Slice> slices) {
        return each(
                slices,
                slice -> {
                    Cloud cloud = slice.cloud();
                    if (cloud != null
                            && !slice.isWanted()
                            && slice.isMarked()
                            && slice.granted().isZero()) {
                        TenantAccess.ensure(
                                cloud, slice.name(), null, Marks.of(quota, slice.pool().pool()));
                        Release.of(cloud, slice.name());
                    }
                    return slice;
                });
    }

    /** Lets go of every namespace, whatever quota it holds. */
    Outcome letGo(BureauQuota quota, List<Slice> slices) {
        return each(
                slices,
                slice -> {
                    Cloud cloud = slice.cloud();
                    if (cloud == null) {
                        return slice.with(Standing.UNKNOWN);
                    }
                    Marks marks = Marks.of(quota, slice.pool().pool());
                    Standing standing = NamespaceTenure.look(cloud, slice.name(), marks);
                    if (standing == Standing.HELD) {
                        Release.of(cloud, slice.name());
                    }
                    return slice.with(standing);
                });
    }

    /** Deletes every namespace that is the bureau's, with everything in it. */
    Outcome delete(BureauQuota quota, List<Slice> slices) {
        return each(
                slices,
                slice -> {
                    Cloud cloud = slice.cloud();
                    if (cloud == null) {
                        return slice.with(Standing.UNKNOWN);
                    }
                    Marks marks = Marks.of(quota, slice.pool().pool());
                    Standing standing = NamespaceTenure.look(cloud, slice.name(), marks);
                    if (standing == Standing.HELD) {
                        NamespaceTenure.delete(cloud, slice.name());
                    }
                    return slice.with(standing);
                });
    }

    private Outcome each(List<Slice> slices, UnaryOperator<Slice> step) {
        return each(slices, _ -> true, step);
    }

    /**
     * Takes the step for all slices at once.
     *
     * @param first for whom it is taken before the others, where not all can be served at once
     * @throws CancellationException when the operator is being stopped: what was not asked to the
     *     end says nothing of the clouds, so nobody may go on from there
     */
    private Outcome each(List<Slice> slices, Predicate<Slice> first, UnaryOperator<Slice> step) {
        requireRunning();
        IdentityHashMap<Slice, Future<Slice>> running = new IdentityHashMap<>();
        Stream.concat(slices.stream().filter(first), slices.stream().filter(first.negate()))
                .forEach(slice -> {
                    Callable<Slice> task = () -> bounded(slice, step);
                    running.put(slice, threads.submit(task));
                });
        List<Slice> results = new ArrayList<>();
        boolean complete = true;
        for (Slice slice : slices) {
            try {
                results.add(Objects.requireNonNull(running.get(slice)).get());
            } catch (ExecutionException failure) {
                requireRunning();
                complete = false;
                results.add(failed(slice, Objects.requireNonNullElse(failure.getCause(), failure)));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            requireRunning();
        }
        return new Outcome(results, complete);
    }

    private void requireRunning() {
        if (threads.isShutdown() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the operator is being stopped");
        }
    }

    /** A cloud is given only so many calls at once, and one that hangs holds up only its own. */
    private Slice bounded(Slice slice, UnaryOperator<Slice> step) throws InterruptedException {
        Semaphore free =
                calls.computeIfAbsent(
                        slice.pool().cloud(), _ -> new Semaphore(CALLS_PER_CLOUD, true));
        free.acquire();
        try {
            return step.apply(slice);
        } finally {
            free.release();
        }
    }

    private Slice failed(Slice slice, Throwable failure) {
        boolean conflict =
                failure instanceof KubernetesClientException refusal
                        && refusal.getCode() == HttpURLConnection.HTTP_CONFLICT;
        if (conflict) {
            return slice; // someone wrote in between, often the quota controller: decide again
        }
        if (failure instanceof KubernetesClientException refusal && refusal.getCode() == 0) {
            clouds.suspect(slice.pool().cloud());
        }
        LOG.atWarn()
                .addKeyValue("cloud", slice.pool().cloud())
                .addKeyValue("namespace", slice.name())
                .log("Namespace {} could not be brought up to date", slice.name(), failure);
        return slice.standing() == Standing.UNKNOWN ? slice.with(Standing.FAILED) : slice;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
