package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.bureau.BureauRegister;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.Decision;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.Submission;
import io.jiyun.console.quota.internal.ChangeTable.Change;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on a quota. The change, its number, the effect it must have and the audit entry are
 * written in one transaction or not at all. Locks are taken in one order: quota, pools, audit.
 */
@Component
public class Deciding {
    private final QuotaTable quotas;
    private final QuotaLocks locks;
    private final ChangeTable changes;
    private final Previewing previewing;
    private final Enacting enacting;
    private final BureauRegister bureaus;
    private final Clock clock;

    Deciding(
            QuotaTable quotas,
            QuotaLocks locks,
            ChangeTable changes,
            Previewing previewing,
            Enacting enacting,
            BureauRegister bureaus,
            Clock clock) {
        this.quotas = quotas;
        this.locks = locks;
        this.changes = changes;
        this.previewing = previewing;
        this.enacting = enacting;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRED)
    public Decision create(Actor actor, String name, QuotaDraft draft, Submission submission) {
        locks.lock(pools(null, draft));
        Optional<Decision> repeated = repeated(actor, name, draft, submission);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (quotas.find(name).isPresent()) {
            return new Decision.Refused(List.of(DraftRules.taken(name)));
        }
        return decide(actor, name, null, draft, submission);
    }

    @Transactional(propagation = Propagation.REQUIRED)
    public Decision change(Actor actor, String name, QuotaDraft draft, Submission submission) {
        StoredQuota before = quotas.findForUpdate(name).orElseThrow(() -> new QuotaNotFound(name));
        // Only behind the lock: the same request may be under way on another thread.
        Optional<Decision> repeated = repeated(actor, name, draft, submission);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Long expected = submission.expectedVersion();
        if (expected != null && expected != before.version()) {
            return new Decision.Stale(before.version());
        }
        return decide(actor, name, before, draft, submission);
    }

    private Decision decide(
            Actor actor,
            String name,
            @Nullable StoredQuota before,
            QuotaDraft draft,
            Submission submission) {
        locks.lock(pools(before, draft));
        List<SpecViolation> violations = new ArrayList<>(DraftRules.reason(submission.reason()));
        violations.addAll(previewing.judge(name, before, draft).violations());
        if (!violations.isEmpty()) {
            return new Decision.Refused(violations);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String id = changes.nextId(now);
        BureauQuotaSpec after = previewing.spec(draft, before, id);
        long version = before == null ? 1 : before.version() + 1;
        Change change =
                new Change(
                        id,
                        name,
                        version,
                        before == null ? "CREATED" : "CHANGED",
                        actor.username(),
                        now,
                        submission.reason(),
                        before == null ? null : before.spec(),
                        after,
                        submission.idempotencyKey(),
                        Fingerprint.of(name, draft, submission));
        if (!enacting.enact(actor, change)) {
            return new Decision.Refused(List.of(DraftRules.taken(name)));
        }
        bureaus.enter(draft.bureauCode(), draft.bureauName(), parentBureau(after.parentName()));
        return new Decision.Accepted(id, version);
    }

    /** The same key again: the first answer if it asks the same, a refusal if it does not. */
    private Optional<Decision> repeated(
            Actor actor, String name, QuotaDraft draft, Submission submission) {
        String key = submission.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        return changes.byKey(actor.username(), key)
                .map(done ->
                        Fingerprint.of(name, draft, submission).equals(done.fingerprint())
                                ? new Decision.Accepted(done.id(), done.version())
                                : new Decision.Refused(
                                        List.of(
                                                Sentences.violation(
                                                        "IdempotencyKeyReused",
                                                        "Idempotency-Key",
                                                        "quota.key-reused",
                                                        key))));
    }

    private @Nullable String parentBureau(@Nullable String parentName) {
        return parentName == null
                ? null
                : quotas.find(parentName).map(StoredQuota::bureauCode).orElse(null);
    }

    private static Set<PoolKey> pools(@Nullable StoredQuota before, QuotaDraft draft) {
        Set<PoolKey> pools = new HashSet<>();
        draft.pools().forEach(pool -> pools.add(new PoolKey(pool.cloud(), pool.pool())));
        if (before != null) {
            before.spec()
                    .grantsOrEmpty()
                    .forEach(grant -> pools.add(new PoolKey(grant.cloud(), grant.pool())));
        }
        return pools;
    }
}
