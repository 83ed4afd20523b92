package io.jiyun.console.quota.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.quota.SyncState;
import io.jiyun.console.quota.internal.ChangeTable.Change;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
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
    private final Previewing previewing;
    private final Holdings holdings;
    private final Enacting enacting;
    private final Cluster cluster;
    private final Clock clock;

    GrantDesk(
            QuotaTable quotas,
            QuotaLocks locks,
            Previewing previewing,
            Holdings holdings,
            Enacting enacting,
            Cluster cluster,
            Clock clock) {
        this.quotas = quotas;
        this.locks = locks;
        this.previewing = previewing;
        this.holdings = holdings;
        this.enacting = enacting;
        this.cluster = cluster;
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
    public boolean hasNone(String bureauCode) {
        return quotas.all(bureauCode).isEmpty();
    }

    @Override
    public QuotaPreview preview(String request, Target target, QuotaEffect effect) {
        StoredQuota stored = quotas.find(target.quota()).orElseGet(() -> none(target));
        return weigh(request, target, stored, EffectOnSpec.of(stored.spec(), request, effect));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public QuotaPreview claim(String request, Target target, QuotaEffect effect) {
        StoredQuota stored = locked(target, effect);
        return weigh(request, target, stored, EffectOnSpec.of(stored.spec(), request, effect));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Carried carryOut(
            Actor actor, String request, Target target, QuotaEffect effect, String reason) {
        StoredQuota before = locked(target, effect);
        EffectOnSpec result = EffectOnSpec.of(before.spec(), request, effect);
        QuotaPreview preview = weigh(request, target, before, result);
        if (!preview.acceptable()) {
            return new Carried.Refused(preview.violations());
        }
        long version = before.version() + 1;
        boolean written =
                enacting.enact(
                        actor,
                        new Change(
                                request,
                                target.quota(),
                                version,
                                before.isNone() ? "CREATED" : "CHANGED",
                                actor.username(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS),
                                reason,
                                before.isNone() ? null : before.spec(),
                                result.spec(),
                                null,
                                null));
        return written
                ? new Carried.Out(version, result.adjusted())
                : new Carried.Refused(List.of(DraftRules.taken(target.quota())));
    }

    @Override
    public boolean isInForce(String quota, long version) {
        return quotas.find(quota)
                .filter(stored -> stored.version() >= version)
                .map(stored -> new LiveState(stored, cluster.quota(quota)).state())
                .filter(state -> state == SyncState.SYNCED)
                .isPresent();
    }

    private StoredQuota none(Target target) {
        return StoredQuota.none(
                target.quota(), target.bureauCode(), target.bureauName(), clock.instant());
    }

    private StoredQuota locked(Target target, QuotaEffect effect) {
        StoredQuota stored = quotas.findForUpdate(target.quota()).orElseGet(() -> none(target));
        Set<PoolKey> pools = new HashSet<>(effect.pools());
        stored.spec()
                .grantsOrEmpty()
                .forEach(grant -> pools.add(new PoolKey(grant.cloud(), grant.pool())));
        locks.lock(pools);
        return stored;
    }

    private QuotaPreview weigh(
            String request, Target target, StoredQuota stored, EffectOnSpec result) {
        QuotaPreview preview = previewing.weigh(stored, result, holdings.judgement(request));
        if (stored.isNone()) {
            return preview.forbiddenBy(DraftRules.name(target.quota()));
        }
        return stored.bureauCode().equals(target.bureauCode())
                ? preview
                : preview.forbiddenBy(List.of(DraftRules.taken(target.quota())));
    }
}
