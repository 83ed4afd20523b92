package io.jiyun.console.audit;

import io.jiyun.console.access.Actor;
import org.jspecify.annotations.Nullable;

/** Where services record decisions. */
public interface AuditTrail {
    /**
     * Adds an entry to the transaction of the decision itself, so that neither exists without the
     * other. Entries are put in order by a lock that is held until that transaction ends: call it
     * last.
     */
    void append(
            Actor actor,
            AuditAction action,
            String subject,
            @Nullable String before,
            @Nullable String after);
}
