package io.jiyun.console.outbox;

/** Where a decision leaves the effect it must have on the cluster. */
public interface Outbox {
    /**
     * Adds the effect to the running transaction: make the BureauQuota in the cluster what its
     * version says. A newer version of the same quota takes the place of older ones.
     */
    void enqueue(String quota, long version);

    /** Whether an effect on the quota still waits. */
    boolean isWaiting(String quota);

    /** Number of quotas with an effect that waits. */
    long waiting();
}
