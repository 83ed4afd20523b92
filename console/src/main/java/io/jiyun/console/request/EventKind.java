package io.jiyun.console.request;

/** What can happen to a request. */
public enum EventKind {
    CREATED,
    DUPLICATED,
    EDITED,
    SUBMITTED,
    APPROVED,
    REJECTED,
    RETURNED,
    WITHDRAWN,
    CANCELLED,
    DELEGATED,
    OVERDUE,
    DECIDED_BY_RULE,
    LEFT_TO_PEOPLE,
    CARRIED_OUT,
    IN_FORCE,
    TRIAL_ENDED,
    CONFIRMED,
    ARCHIVED,
    DOCUMENT_ADDED,
    DOCUMENT_REMOVED
}
