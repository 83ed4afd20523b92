package io.jiyun.console.audit;

/** Result of recomputing the chain. */
public sealed interface AuditVerdict {
    /**
     * Every entry stands where it was written, with the content it was written with.
     *
     * @param entries how many were recomputed
     * @param head hash of the last one: who writes it down can later prove that nothing before it
     *     was rewritten
     */
    record Intact(long entries, String head) implements AuditVerdict {}

    /**
     * The first place at which the chain does not hold.
     *
     * @param sequence number of the entry concerned
     */
    record Broken(long sequence, Damage damage) implements AuditVerdict {}

    /** What was done to an entry. */
    enum Damage {
        ALTERED,
        REMOVED,
        INSERTED,
        REORDERED,
        /** The whole chain was written anew: it no longer contains a hash that was noted before. */
        REWRITTEN
    }
}
