package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Demand;
import io.jiyun.quota.plan.SizedAsk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One connected cloud: its client, and what Jiyun keeps there. */
public final class Cloud {
    private final String name;
    private final KubernetesClient client;
    private final Kept<Namespace> namespaces;
    private final Kept<ResourceQuota> quotas;
    private final Map<String, StandingQuota> standing = new ConcurrentHashMap<>();
    private final Kept<LimitRange> limitRanges;
    private final Kept<NetworkPolicy> networkPolicies;
    private final Kept<RoleBinding> roleBindings;
    private final Refusals refusals = new Refusals(Clock.systemUTC());
    private final RefusalEvents refusalEvents;
    private final CloudListener listener;
    private final Growth growth = new Growth(Clock.systemUTC());
    private @Nullable PoolNodes nodes;
    private volatile Reachability reachability = new Reachability.Untried();
    private volatile Protection.Outcome protection = new Protection.Outcome.Unknown();
    private volatile QuotaPulse.Outcome quotaController = new QuotaPulse.Outcome.Unknown();

    Cloud(String name, KubernetesClient client, CloudListener listener) {
        this.name = name;
        this.client = client;
        this.listener = listener;
        namespaces = new Kept<>(client, Namespace.class, listener::bureauChanged);
        refusalEvents = new RefusalEvents(client, refusals, this::tellBureauOf);
        quotas = new Kept<>(client, ResourceQuota.class, listener::bureauChanged, this::observe);
        limitRanges = new Kept<>(client, LimitRange.class, listener::bureauChanged);
        networkPolicies = new Kept<>(client, NetworkPolicy.class, listener::bureauChanged);
        roleBindings = new Kept<>(client, RoleBinding.class, listener::bureauChanged);
    }

    private void observe(ResourceQuota quota) {
        String namespace = quota.getMetadata().getNamespace();
        Resources used = StandingQuota.of(quota).usedOrNone();
        refusals.asks().observe(namespace, used);
        growth.observe(namespace, used);
    }

    private void tellBureauOf(String namespace) {
        bureauOf(namespace).ifPresent(listener::bureauChanged);
    }

    private Optional<String> bureauOf(String namespace) {
        return namespaces
                .find(null, namespace)
                .map(held -> held.getMetadata().getLabels().get(JiyunApi.BUREAU_LABEL));
    }

    /** Takes in what the audit stream tells; answers how many of it are refusals by quota. */
    public int audited(List<RefusedRequest> requests) {
        return refusals.heardByAudit(
                requests, namespace -> bureauOf(namespace).isPresent(), this::tellBureauOf);
    }

    /** What a namespace wants beyond its use, as far as that can be known or foreseen. */
    public Demand demand(String namespace) {
        StandingQuota quota = quota(namespace).orElse(null);
        if (quota == null) {
            return Demand.NONE;
        }
        return new Demand(
                refusals.asks().open(namespace, quota.usedOrNone()),
                growth.foreseen(
                        namespace, quota.asked() == null ? Resources.none() : quota.asked()),
                growth.charges(namespace),
                growth.isLively(namespace));
    }

    void tellBureausOf(Set<String> asking) {
        asking.stream()
                .flatMap(namespace -> bureauOf(namespace).stream())
                .distinct()
                .forEach(listener::bureauChanged);
    }

    /** Whether an event or the audit stream tells of an ask that is open there. */
    boolean isAskTold(String namespace) {
        return refusals.asks().isTold(namespace);
    }

    /** By how much more a namespace has used since than at that moment, if only for a while. */
    Resources came(String namespace, Instant since) {
        return refusals.asks().came(namespace, since);
    }

    boolean isLively(String namespace) {
        return growth.isLively(namespace);
    }

    Refusals refusals() {
        return refusals;
    }

    /**
     * What the quota of a namespace refused lately and what did not come in since, as far as it is
     * told of: whose it was that was only counted is a guess, good enough to place room that is
     * free, and nothing to report or to borrow for.
     */
    public Resources refused(String namespace) {
        return quota(namespace)
                .filter(_ -> isAskTold(namespace))
                .map(quota -> refusals.asks().open(namespace, quota.usedOrNone()))
                .orElseGet(List::of)
                .stream()
                .map(SizedAsk::most)
                .collect(Resources.sum());
    }

    /** The newest known ResourceQuota that Jiyun keeps in a namespace. */
    public Optional<StandingQuota> quota(String namespace) {
        ResourceQuota newest = quotas.find(namespace, JiyunApi.QUOTA_NAME).orElse(null);
        if (newest == null) {
            standing.remove(namespace);
            return Optional.empty();
        }
        return Optional.of(
                standing.compute(
                        namespace,
                        (_, known) ->
                                known != null && known.isStill(newest)
                                        ? known
                                        : StandingQuota.of(newest)));
    }

    public String name() {
        return name;
    }

    public KubernetesClient client() {
        return client;
    }

    public Kept<Namespace> namespaces() {
        return namespaces;
    }

    public Kept<ResourceQuota> quotas() {
        return quotas;
    }

    public Kept<LimitRange> limitRanges() {
        return limitRanges;
    }

    public Kept<NetworkPolicy> networkPolicies() {
        return networkPolicies;
    }

    public Kept<RoleBinding> roleBindings() {
        return roleBindings;
    }

    public Reachability reachability() {
        return reachability;
    }

    void reachability(Reachability observed) {
        reachability = observed;
    }

    /** Whether the cloud keeps others from changing what Jiyun keeps there. */
    public Protection.Outcome protection() {
        return protection;
    }

    void protection(Protection.Outcome found) {
        protection = found;
    }

    /** Whether its quota controller confirms what is written. */
    public QuotaPulse.Outcome quotaController() {
        return quotaController;
    }

    void quotaController(QuotaPulse.Outcome found) {
        quotaController = found;
    }

    /** Whether its audit stream tells who is refused. */
    public StreamState auditStream() {
        return refusals.stream();
    }

    List<Kept<?>> kept() {
        return List.of(namespaces, quotas, limitRanges, networkPolicies, roleBindings);
    }

    /** Whether every informer has read its kind at least once. */
    boolean isKnown() {
        return kept().stream().allMatch(Kept::isCurrent);
    }

    /** Completes once everything Jiyun keeps on the cloud was read. */
    CompletableFuture<Void> start() {
        refusalEvents.start(); // helps to place quota well; nothing waits for it
        return CompletableFuture.allOf(
                kept().stream()
                        .map(kept -> kept.start().toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new));
    }

    /** Nodes are watched only for pools whose capacity nobody declared. */
    synchronized void watchNodes(CloudListener listener) {
        if (nodes == null) {
            nodes = new PoolNodes(client, () -> listener.cloudChanged(name));
            nodes.start();
        }
    }

    /** What the nodes of a pool offer; empty while the nodes are unknown. */
    public synchronized Optional<Map<String, Quantity>> capacity(LabelSelector selector) {
        return nodes == null ? Optional.empty() : nodes.capacity(selector);
    }

    synchronized void stop() {
        kept().forEach(Kept::stop);
        refusalEvents.stop();
        if (nodes != null) {
            nodes.stop();
        }
    }
}
