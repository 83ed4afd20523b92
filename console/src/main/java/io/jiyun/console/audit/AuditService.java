package io.jiyun.console.audit;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.Role;
import io.jiyun.console.audit.internal.AuditCsv;
import io.jiyun.console.audit.internal.AuditTable;
import io.jiyun.console.audit.internal.Chain;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the audit trail. Nobody can write to it but by deciding something. */
@Service
public class AuditService {
    private final AuditTable entries;
    private final Chain chain;

    AuditService(AuditTable entries, Chain chain) {
        this.entries = entries;
        this.chain = chain;
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

    /**
     * Writes every entry that matches as CSV, oldest first, however many there are.
     *
     * @param destination asked for only once the caller is found to be allowed
     */
    @AllowedTo(Role.AUDITOR)
    @Transactional(readOnly = true)
    public void export(AuditFilter filter, Supplier<Writer> destination) {
        AuditCsv csv = new AuditCsv(destination.get());
        entries.each(filter, csv::write);
        csv.finish();
    }

    /** Whether every entry still stands where and as it was written. */
    @AllowedTo(Role.AUDITOR)
    @Transactional(readOnly = true)
    public AuditVerdict verify() {
        return chain.verify();
    }
}
