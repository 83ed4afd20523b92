package io.jiyun.console.audit;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.Role;
import io.jiyun.console.audit.internal.AuditTable;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the audit trail. */
@Service
public class AuditService {
    private final AuditTable entries;

    AuditService(AuditTable entries) {
        this.entries = entries;
    }

    /** Newest first. */
    @AllowedTo(Role.AUDITOR)
    @Transactional(readOnly = true)
    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return entries.page(filter, offset, limit);
    }

    @AllowedTo(Role.AUDITOR)
    @Transactional(readOnly = true)
    public long count(AuditFilter filter) {
        return entries.count(filter);
    }

    /** Whether every entry still has the hash it was written with. */
    @AllowedTo(Role.AUDITOR)
    @Transactional(readOnly = true)
    public AuditVerdict verify() {
        return entries.verify();
    }
}
