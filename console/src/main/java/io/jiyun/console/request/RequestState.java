package io.jiyun.console.request;

/** Where a request stands. */
public enum RequestState {
    /** 草稿 */
    DRAFT,
    /** 审批中: somebody has to decide. */
    PENDING,
    /** 退回修改 */
    RETURNED,
    /** 驳回 */
    REJECTED,
    /** 撤回 */
    WITHDRAWN,
    /** 开通中: decided, and on its way to the cluster. */
    PROVISIONING,
    /** 试用中 */
    TRIAL,
    /** 待单位确认 */
    CONFIRMING,
    /** 办结 */
    DONE,
    /** 作废: a draft thrown away. */
    CANCELLED;

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return this == REJECTED || this == WITHDRAWN || this == DONE || this == CANCELLED;
    }
}
