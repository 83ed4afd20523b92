package io.jiyun.quota.plan;

/**
 * What the quota guarantee rests on, one by one. Each has a schedule of reads, writes, crashes and
 * confirmations that breaks the guarantee without it; a test removes them singly and has to find
 * one. See {@code docs/design/quota-guarantee.md}.
 */
public enum Guard {
    /** A larger entry is stored before the ResourceQuota is written that it allows. */
    LEDGER_BEFORE_QUOTA,
    /** An entry falls only once the ResourceQuota is smaller. */
    NAMESPACE_BEFORE_LEDGER,
    /** What a cloud enforces is what it confirmed, not what it was asked for. */
    UNCONFIRMED_COUNTS,
    /** What is in use stays in the ledger, however small the ResourceQuota has become. */
    USE_STAYS_IN_LEDGER,
    /**
     * An entry falls only after the lower limit was stored and the ResourceQuota written since, so
     * that whoever still holds a decision to write a larger one is refused.
     */
    FENCE_BEFORE_FALL,
    /** Who writes a larger ResourceQuota without having stored the ledger reads it once more. */
    LEDGER_REREAD,
    /** A ResourceQuota that had stood and is gone is made anew with nothing in it. */
    EMPTY_WHEN_MADE_ANEW,
    /** A ledger is opened with nothing in it before anything is decided on it. */
    LEDGER_OPENED_FIRST,
    /** Updates carry the version that was decided on. */
    VERSION_ON_WRITES,
    /** A process that begins to lead writes every ledger once, so that older decisions fail. */
    STAMP_AT_TAKEOVER,
    /** Who begins to lead lists ledgers and quotas after it took the epoch, not before. */
    LIST_AFTER_EPOCH,
    /** Before a bureau takes more than it holds, the epoch is read, after the bureau was. */
    EPOCH_READ,
    /** Before a bureau leaves, the epoch is read live. */
    EPOCH_READ_ON_LEAVING,
    /** Nobody decides on a ledger that a later leader has written. */
    LATER_EPOCH_STOPS,
    /** What this process has decided on counts before the API server shows it. */
    RESERVATION,
    /** A parent's own namespaces leave a child's quota before the child is admitted. */
    PARENT_MAKES_ROOM,
    /** A lender's own namespaces leave what it lends before it is borrowed. */
    LENDER_MAKES_ROOM,
    /** What others have borrowed is taken back only once they have stored that they gave it up. */
    RETURNED_BEFORE_TAKEN_BACK
}
