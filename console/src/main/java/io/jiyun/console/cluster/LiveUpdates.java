package io.jiyun.console.cluster;

import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells open pages what changed, at most twice a second however fast the news come. Subscribers are
 * called on a thread of this class: a page enters its own session by {@code UI.access}.
 */
@Component
public class LiveUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);
    private static final long PERIOD_MILLIS = 500;

    private final CopyOnWriteArrayList<Consumer<LiveUpdate>> subscribers =
            new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("live-updates").factory());

    private Set<String> quotas = new HashSet<>();
    private boolean clouds;
    private boolean health;
    private boolean planned;

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    public Subscription subscribe(Consumer<LiveUpdate> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Something about the quota changed outside the cluster, for example in the database. */
    public synchronized void quotaChanged(String name) {
        quotas.add(name);
        plan();
    }

    @EventListener
    synchronized void on(ClusterNews news) {
        switch (news) {
            case ClusterNews.QuotaSeen(var quota) -> quotas.add(quota.getMetadata().getName());
            case ClusterNews.QuotaGone(String name) -> quotas.add(name);
            case ClusterNews.CloudSeen _, ClusterNews.CloudGone _ -> clouds = true;
            case ClusterNews.HealthChanged _ -> health = true;
        }
        plan();
    }

    private void plan() {
        if (!planned && !executor.isShutdown()) {
            planned = true;
            var _ = executor.schedule(this::publish, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized LiveUpdate take() {
        LiveUpdate update = new LiveUpdate(Set.copyOf(quotas), clouds, health);
        quotas = new HashSet<>();
        clouds = false;
        health = false;
        planned = false;
        return update;
    }

    private void publish() {
        LiveUpdate update = take();
        for (Consumer<LiveUpdate> subscriber : subscribers) {
            try {
                subscriber.accept(update);
            } catch (RuntimeException e) {
                // One closed page must not keep the news from the others.
                LOG.debug("A page did not take an update", e);
            }
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
