package io.jiyun.console.notice;

/** What people are told. The sentence is {@code notice.KIND} of the bundle {@code i18n/api_*}. */
public enum NoticeKind {
    /** A request waits for the person: number, title, stage, due. */
    TASK_ASSIGNED,
    /** A stage of the person's request is passed: number, title, stage, remark. */
    REQUEST_APPROVED,
    /** A request of the person's is refused: number, title, stage, reason. */
    REQUEST_REJECTED,
    /** A request of the person's comes back to be corrected: number, title, stage, reason. */
    REQUEST_RETURNED,
    /** A request of the person's has its effect: number, title. */
    REQUEST_PROVISIONED,
    /** A task was not done in time: number, title, stage, due. */
    TASK_OVERDUE,
    /** A grant ends soon: quota, request, end, days until then. */
    GRANT_EXPIRING,
    /** A system administrator tries a channel: name. */
    CHANNEL_TEST
}
