package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.outbox.Outbox;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares database and cluster every few seconds and brings back together what a crash, a restore
 * or a hand has driven apart. What the console decided wins; what it never decided on follows the
 * cluster.
 */
@Component
public class Resync {
    private static final Logger LOG = LoggerFactory.getLogger(Resync.class);

    private final QuotaTable quotas;
    private final Cluster cluster;
    private final Outbox outbox;
    private final TakingIn takingIn;
    private final TransactionTemplate transaction;

    Resync(
            QuotaTable quotas,
            Cluster cluster,
            Outbox outbox,
            TakingIn takingIn,
            TransactionTemplate transaction) {
        this.quotas = quotas;
        this.cluster = cluster;
        this.outbox = outbox;
        this.takingIn = takingIn;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${jiyun.resync-period:PT5S}")
    public void compare() {
        if (!cluster.isComplete()) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (StoredQuota stored : quotas.all(null)) {
            known.add(stored.name());
            Optional<BureauQuota> live = cluster.quota(stored.name());
            if (stored.owned()) {
                if (hasDrifted(stored, live)) {
                    bringBack(stored);
                }
            } else if (live.isEmpty() && cluster.isComplete()) {
                transaction.executeWithoutResult(status -> quotas.deleteUnowned(stored.name()));
            }
        }
        cluster.quotas().stream()
                .filter(quota -> !known.contains(quota.getMetadata().getName()))
                .forEach(takingIn::takeIn);
    }

    private boolean hasDrifted(StoredQuota stored, Optional<BureauQuota> live) {
        if (stored.isRefusedByServer() || outbox.isWaiting(stored.name())) {
            return false;
        }
        if (live.isEmpty()) {
            return true;
        }
        Long generation = live.get().getMetadata().getGeneration();
        Long applied = stored.appliedGeneration();
        boolean olderThanApplied = generation != null && applied != null && generation < applied;
        return !olderThanApplied && !SameSpec.same(stored.spec(), live.get().getSpec());
    }

    private void bringBack(StoredQuota stored) {
        LOG.info("Quota {} differs in the cluster and is applied again", stored.name());
        transaction.executeWithoutResult(status ->
                quotas.findForUpdate(stored.name())
                        .filter(now -> now.version() == stored.version())
                        .ifPresent(now -> outbox.enqueue(now.name(), now.version())));
    }
}
