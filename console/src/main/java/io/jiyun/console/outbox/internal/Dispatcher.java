package io.jiyun.console.outbox.internal;

import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.cluster.Cluster.Applied;
import io.jiyun.console.cluster.ClusterNews;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.outbox.DesiredQuotas;
import io.jiyun.console.outbox.DesiredQuotas.Desired;
import io.jiyun.console.outbox.internal.OutboxTable.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the outbox. Any number of consoles may do so at once, and one may be killed at any
 * point: the row stays locked while the effect is tried, the effect is the same however often it is
 * tried, and what is applied is always the newest version.
 */
@Component
public class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final int DOUBLINGS = 6;

    private final OutboxTable outbox;
    private final DesiredQuotas quotas;
    private final Cluster cluster;
    private final LiveUpdates live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dispatcher(
            OutboxTable outbox,
            DesiredQuotas quotas,
            Cluster cluster,
            LiveUpdates live,
            TransactionTemplate transaction,
            Clock clock) {
        this.outbox = outbox;
        this.quotas = quotas;
        this.cluster = cluster;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tries everything that is due, until nothing is or the cluster is found away. */
    public void workOff() {
        boolean more = true;
        while (more && cluster.health().reachable()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> tryNext()));
        }
    }

    /** One effect in one transaction; true when another may be tried at once. */
    private boolean tryNext() {
        Optional<Entry> next = outbox.lockNext();
        if (next.isEmpty()) {
            return false;
        }
        Entry entry = next.get();
        Optional<Desired> desired = quotas.desired(entry.quota());
        if (desired.isEmpty()) {
            outbox.finish(entry.quota(), Long.MAX_VALUE, "OBSOLETE");
            return true;
        }
        long version = desired.get().version();
        switch (cluster.apply(desired.get().resource())) {
            case Applied.Accepted(long generation) -> {
                quotas.accepted(entry.quota(), version, generation);
                outbox.finish(entry.quota(), version, "DONE");
            }
            case Applied.Refused(String sentence) -> {
                LOG.warn("The cluster refused version {} of {}: {}", version, entry, sentence);
                quotas.refused(entry.quota(), version, sentence);
                outbox.finish(entry.quota(), version, "FAILED");
            }
            case Applied.Away(String sentence) -> {
                outbox.postpone(entry, clock.instant().plus(delay(entry.attempts())), sentence);
                return false;
            }
        }
        live.quotaChanged(entry.quota());
        return true;
    }

    private static Duration delay(int attempts) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    }

    @EventListener
    void on(ClusterNews.HealthChanged news) {
        if (news.health().reachable()) {
            transaction.executeWithoutResult(status -> outbox.hurry());
        }
    }
}
