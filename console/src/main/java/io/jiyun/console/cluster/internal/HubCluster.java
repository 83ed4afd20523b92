package io.jiyun.console.cluster.internal;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.cluster.ClusterHealth;
import io.jiyun.console.cluster.ClusterNews;
import io.jiyun.console.language.Sentences;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps a connection to the hub for as long as the console runs: waits for a kubeconfig that does
 * not exist yet, follows one that changes, and probes once a second.
 */
@Component
class HubCluster implements Cluster, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HubCluster.class);
    private static final long PROBE_SECONDS = 1;

    private final HubSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private volatile @Nullable HubConnection connection;
    private volatile ClusterHealth health;
    private volatile @Nullable ScheduledExecutorService heart;

    HubCluster(ConsoleProperties properties, ApplicationEventPublisher events, Clock clock) {
        this.settings = new HubSettings(properties.kubeconfig());
        this.events = events;
        this.clock = clock;
        this.health =
                new ClusterHealth(false, clock.instant(), unreachable("cluster.connecting", ""));
    }

    @Override
    public Collection<BureauQuota> quotas() {
        HubConnection current = connection;
        return current == null ? List.of() : current.quotas();
    }

    @Override
    public Optional<BureauQuota> quota(String name) {
        HubConnection current = connection;
        return current == null ? Optional.empty() : current.quota(name);
    }

    @Override
    public Collection<MemberCloud> clouds() {
        HubConnection current = connection;
        return current == null ? List.of() : current.clouds();
    }

    @Override
    public ClusterHealth health() {
        return health;
    }

    @Override
    public boolean isComplete() {
        HubConnection current = connection;
        return current != null && health.reachable() && current.isSynced();
    }

    @Override
    public Applied apply(BureauQuota desired) {
        HubConnection current = connection;
        return current == null ? new Applied.Away("no connection yet") : current.apply(desired);
    }

    private void beat() {
        try {
            HubSettings.Change change = settings.read();
            switch (change) {
                case HubSettings.Change.Missing(String file) -> {
                    become(unreachable("cluster.kubeconfig-missing", file));
                    return;
                }
                case HubSettings.Change.Unreadable(String file, String why) -> {
                    become(unreachable("cluster.kubeconfig-unreadable", file, why));
                    return;
                }
                case HubSettings.Change.Replaced(var config) -> {
                    disconnect();
                    connection = new HubConnection(config, events);
                }
                case HubSettings.Change.Same _ -> {}
            }
            HubConnection current = connection;
            if (current == null) {
                return;
            }
            become(
                    switch (current.probe()) {
                        case READY -> null;
                        case WITHOUT_RESOURCES -> unreachable("cluster.no-resources");
                        case CATCHING_UP -> unreachable("cluster.connecting");
                    });
        } catch (KubernetesClientException e) {
            HubConnection current = connection;
            become(ApiFailure.away(e, current == null ? "" : current.address()));
        } catch (RuntimeException e) {
            LOG.warn("Probing the cluster failed", e);
            become(unreachable("cluster.unreachable", String.valueOf(e.getMessage())));
        }
    }

    private void become(@Nullable SpecViolation why) {
        ClusterHealth before = health;
        boolean reachable = why == null;
        boolean turned = before.reachable() != reachable;
        if (!turned && Objects.equals(before.why(), why)) {
            return;
        }
        health = new ClusterHealth(reachable, turned ? clock.instant() : before.since(), why);
        if (turned) {
            LOG.info("The cluster is {}", why == null ? "reachable" : "away: " + why.en());
        }
        events.publishEvent(new ClusterNews.HealthChanged(health));
    }

    private static SpecViolation unreachable(String key, Object... arguments) {
        return Sentences.violation("ClusterAway", "", key, arguments);
    }

    @Override
    public void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("cluster-probe").factory());
        heart = executor;
        var _ = executor.scheduleWithFixedDelay(this::beat, 0, PROBE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = heart;
        if (executor != null) {
            executor.shutdownNow();
        }
        heart = null;
        disconnect();
    }

    private void disconnect() {
        HubConnection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }
}
