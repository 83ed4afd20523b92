package io.jiyun.console.quota.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.cluster.Documents;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.outbox.Outbox;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.quota.SyncState;
import io.jiyun.console.quota.internal.ChangeTable.Change;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries approved requests out, by the same rules and locks as a decision on the quota itself. */
@Component
class GrantDesk implements RequestedChanges {
    private final QuotaTable quotas;
    private final QuotaLocks locks;
    private final ChangeTable changes;
    private final Previewing previewing;
    private final Holdings holdings;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Cluster cluster;
    private final LiveUpdates live;
    private final Clock clock;

    GrantDesk(
            QuotaTable quotas,
            QuotaLocks locks,
            ChangeTable changes,
            Previewing previewing,
            Holdings holdings,
            Outbox outbox,
            AuditTrail audit,
            Cluster cluster,
            LiveUpdates live,
            Clock clock) {
        this.quotas = quotas;
        this.locks = locks;
        this.changes = changes;
        this.previewing = previewing;
        this.holdings = holdings;
        this.outbox = outbox;
        this.audit = audit;
        this.cluster = cluster;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Optional<Holder> holder(String quota) {
        return quotas.find(quota)
                .map(stored ->
                        new Holder(
                                stored.name(),
                                stored.bureauCode(),
                                stored.spec().bureau().name(),
                                stored.version()));
    }

    @Override
    public QuotaPreview preview(String request, String quota, QuotaEffect effect) {
        StoredQuota stored = quotas.find(quota).orElseThrow(() -> new QuotaNotFound(quota));
        return weigh(request, stored, EffectOnSpec.of(stored.spec(), request, effect));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public QuotaPreview claim(String request, String quota, QuotaEffect effect) {
        StoredQuota stored = locked(quota, effect);
        return weigh(request, stored, EffectOnSpec.of(stored.spec(), request, effect));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Carried carryOut(
            Actor actor, String request, String quota, QuotaEffect effect, String reason) {
        StoredQuota before = locked(quota, effect);
        EffectOnSpec result = EffectOnSpec.of(before.spec(), request, effect);
        QuotaPreview preview = weigh(request, before, result);
        if (!preview.acceptable()) {
            return new Carried.Refused(preview.violations());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long version = before.version() + 1;
        quotas.decide(quota, result.spec(), version, now);
        changes.insert(
                new Change(
                        request,
                        quota,
                        version,
                        "CHANGED",
                        actor.username(),
                        now,
                        reason,
                        before.spec(),
                        result.spec(),
                        null,
                        null));
        outbox.enqueue(quota, version);
        audit.append(
                actor,
                AuditAction.QUOTA_CHANGE,
                "quota/" + quota + " " + request,
                Documents.write(before.spec()),
                Documents.write(result.spec()));
        live.quotaChanged(quota);
        return new Carried.Out(version, result.adjusted());
    }

    @Override
    public boolean isInForce(String quota, long version) {
        return quotas.find(quota)
                .filter(stored -> stored.version() >= version)
                .map(stored -> new LiveState(stored, cluster.quota(quota)).state())
                .filter(state -> state == SyncState.SYNCED)
                .isPresent();
    }

    private StoredQuota locked(String quota, QuotaEffect effect) {
        StoredQuota stored =
                quotas.findForUpdate(quota).orElseThrow(() -> new QuotaNotFound(quota));
        Set<PoolKey> pools = new HashSet<>(effect.pools());
        stored.spec()
                .grantsOrEmpty()
                .forEach(grant -> pools.add(new PoolKey(grant.cloud(), grant.pool())));
        locks.lock(pools);
        return stored;
    }

    private QuotaPreview weigh(String request, StoredQuota stored, EffectOnSpec result) {
        return previewing.weigh(stored, result, holdings.judgement(request));
    }
}
