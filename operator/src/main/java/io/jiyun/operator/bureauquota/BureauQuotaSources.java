package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which bureaus a change concerns, and has them reconciled. */
public final class BureauQuotaSources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BureauQuotaSources.class);
    private static final long BURST_MILLISECONDS = 40;

    /**
     * Whoever is not done is looked at again this often, whatever was said of when: an event or a
     * timer that is lost would leave a bureau waiting for ever.
     */
    private static final long UNDONE_AGAIN_SECONDS = 5;

    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("bursts").factory());
    private final SimpleInboundEventSource<BureauQuota> inbound =
            new SimpleInboundEventSource<>("clouds-and-neighbours");
    private final Consumer<String> cloudsTouched;
    private final Predicate<String> declaredClouds;
    private volatile @Nullable IndexerResourceCache<BureauQuota> cache;

    /**
     * @param cloudsTouched told the clouds whose sums may have changed
     * @param declaredClouds whether a MemberCloud of that name exists
     */
    public BureauQuotaSources(Consumer<String> cloudsTouched, Predicate<String> declaredClouds) {
        this.cloudsTouched = cloudsTouched;
        this.declaredClouds = declaredClouds;
    }

    List<EventSource<?, BureauQuota>> prepare(EventSourceContext<BureauQuota> context) {
        cache = context.getPrimaryCache();
        var _ =
                timer.scheduleWithFixedDelay(
                        this::lookAgain,
                        UNDONE_AGAIN_SECONDS,
                        UNDONE_AGAIN_SECONDS,
                        TimeUnit.SECONDS);
        return List.of(inbound);
    }

    /** All BureauQuotas as the informer last saw them. */
    public List<BureauQuota> all() {
        IndexerResourceCache<BureauQuota> current = cache;
        return current == null ? List.of() : current.list().toList();
    }

    boolean isDeclared(String cloud) {
        return declaredClouds.test(cloud);
    }

    /** Collects what comes in a burst, as five confirmations for five namespaces do. */
    public void bureauChanged(String name) {
        if (due.add(name)) {
            var _ =
                    timer.schedule(
                            () -> {
                                due.remove(name);
                                inbound.propagateEvent(new ResourceID(name));
                            },
                            BURST_MILLISECONDS,
                            TimeUnit.MILLISECONDS);
        }
    }

    private void lookAgain() {
        try {
            all().stream().filter(quota -> !isDone(quota)).forEach(this::changed);
        } catch (RuntimeException unexpected) {
            LOG.warn("Bureaus that are not done could not be looked at again", unexpected);
        }
    }

    /** Whether what is declared now is enforced, as far as reported. */
    static boolean isDone(BureauQuota quota) {
        BureauQuotaStatus status = quota.getStatus();
        return quota.getMetadata().getDeletionTimestamp() == null
                && status != null
                && Objects.equals(status.observedGeneration(), quota.getMetadata().getGeneration())
                && status.conditionsOrEmpty().stream()
                        .anyMatch(condition -> says(condition, "Ready", "True"));
    }

    /** A parent makes room for a child that was refused for want of it. */
    void waitsForParent(BureauQuota quota) {
        String parent = quota.getSpec().parentName();
        if (parent != null) {
            bureauChanged(parent);
        }
    }

    /** A cloud came, went or changed what it offers. */
    public void cloudChanged(String cloud) {
        all().stream()
                .filter(quota -> clouds(quota).contains(cloud) || !isAdmitted(quota))
                .forEach(this::changed);
    }

    /**
     * A bureau was given quota or gave some back: whoever waits for room tries again.
     *
     * @param waiting bureaus that were refused when judged last
     */
    void commitmentChanged(BureauQuota quota, Set<String> waiting) {
        String name = quota.getMetadata().getName();
        String parent = quota.getSpec().parentName();
        all().stream()
                .filter(other -> !name.equals(other.getMetadata().getName()))
                .filter(other ->
                        waiting.contains(other.getMetadata().getName())
                                || name.equals(other.getSpec().parentName())
                                || other.getMetadata().getName().equals(parent))
                .forEach(this::changed);
        statusChanged(quota);
    }

    void statusChanged(BureauQuota quota) {
        clouds(quota).forEach(cloudsTouched);
    }

    private void changed(BureauQuota quota) {
        bureauChanged(quota.getMetadata().getName());
    }

    private static Set<String> clouds(BureauQuota quota) {
        BureauQuotaStatus status = quota.getStatus();
        BureauQuotaSpec spec = quota.getSpec();
        return Stream.of(
                        spec.grantsOrEmpty().stream().map(grant -> grant.cloud()),
                        spec.namespacesOrEmpty().stream().map(namespace -> namespace.cloud()),
                        status == null
                                ? Stream.<String>empty()
                                : status.poolsOrEmpty().stream().map(pool -> pool.cloud()))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    /** Refused ones; one without a status is on its way anyway. */
    private static boolean isAdmitted(BureauQuota quota) {
        BureauQuotaStatus status = quota.getStatus();
        return status == null
                || status.conditionsOrEmpty().stream()
                        .noneMatch(condition -> says(condition, "Admitted", "False"));
    }

    private static boolean says(Condition condition, String type, String status) {
        return type.equals(condition.getType()) && status.equals(condition.getStatus());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
