package io.jiyun.console.home;

import io.jiyun.console.audit.AuditEntry;
import java.util.List;

/** The audit trail at a glance; newest first. */
public record AuditHome(long entries, List<AuditEntry> latest) {}
