package io.jiyun.quota.plan;

/** What stands in the way of the entries a decision raises. */
public enum Obstacle {
    NONE,
    /** ResourceQuotas that have to be written once more, so that older decisions fail. */
    FENCE,
    /** A ResourceQuota above its entry, which has to shrink and be confirmed first. */
    EXCESS
}
