package io.jiyun.console.audit;

/** Result of recomputing the chain. */
public sealed interface AuditVerdict {
    record Intact(long entries) implements AuditVerdict {}

    /** The first entry that is missing or does not have the hash it should. */
    record Broken(long sequence) implements AuditVerdict {}
}
