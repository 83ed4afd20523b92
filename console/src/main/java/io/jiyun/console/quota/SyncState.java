package io.jiyun.console.quota;

/** How far a decided quota has come. */
public enum SyncState {
    /** 已提交: decided here; the cluster or the operator has yet to take it. */
    PENDING,
    /** 已受理: the operator admitted it and is putting it in place. */
    ADMITTED,
    /** 已生效: enforced on every namespace. */
    SYNCED,
    /** The operator found it against the rules; what was in force before stays. */
    REFUSED,
    /** The API server will not take it; what was in force before stays. */
    FAILED
}
