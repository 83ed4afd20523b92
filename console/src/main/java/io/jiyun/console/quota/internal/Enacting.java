package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.cluster.Documents;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.outbox.Outbox;
import io.jiyun.console.quota.internal.ChangeTable.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a decision down with everything that follows from it: the new version, the history, the
 * effect on the cluster and the audit entry, in the running transaction.
 */
@Component
class Enacting {
    private final QuotaTable quotas;
    private final ChangeTable changes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final LiveUpdates live;

    Enacting(
            QuotaTable quotas,
            ChangeTable changes,
            Outbox outbox,
            AuditTrail audit,
            LiveUpdates live) {
        this.quotas = quotas;
        this.changes = changes;
        this.outbox = outbox;
        this.audit = audit;
        this.live = live;
    }

    /** False, and nothing is written, when a quota of a new one's name has come up meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enact(Actor actor, Change change) {
        String quota = change.quota();
        BureauQuotaSpec before = change.before();
        if (before != null) {
            quotas.decide(quota, change.after(), change.version(), change.at());
        } else if (!quotas.insert(created(change))) {
            return false;
        }
        changes.insert(change);
        outbox.enqueue(quota, change.version());
        audit.append(
                actor,
                before == null ? AuditAction.QUOTA_CREATE : AuditAction.QUOTA_CHANGE,
                "quota/" + quota + " " + change.id(),
                before == null ? null : Documents.write(before),
                Documents.write(change.after()));
        live.quotaChanged(quota);
        return true;
    }

    private static StoredQuota created(Change change) {
        return new StoredQuota(
                change.quota(),
                change.after().bureau().code(),
                change.after(),
                1,
                true,
                null,
                null,
                null,
                null,
                change.at(),
                change.at());
    }
}
