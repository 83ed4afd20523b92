package io.jiyun.console.reliability;

/**
 * The places at which a console can die between the last approval of a request and the spec in the
 * cluster: after each statement, and before and after each commit. A test that does not reach one
 * fails, so the list cannot grow stale.
 */
enum CrashPoint {
    REQUEST_LOCKED(Phase.DECISION, 1, "select * from request where", "for update"),
    QUOTA_LOCKED(Phase.DECISION, 1, "from quota where", "for update"),
    POOL_LOCKED(Phase.DECISION, 1, "select pool from pool_lock", "for update"),
    QUOTA_DECIDED(Phase.DECISION, 1, "update quota set spec", ""),
    CHANGE_RECORDED(Phase.DECISION, 1, "insert into quota_change", ""),
    EFFECT_ENQUEUED(Phase.DECISION, 1, "insert into outbox", ""),
    CHANGE_AUDITED(Phase.DECISION, 1, "insert into audit_entry", ""),
    CHANGE_AUDIT_CHAINED(Phase.DECISION, 1, "update audit_head", ""),
    RESERVATION_RELEASED(Phase.DECISION, 1, "delete from request_reservation where request =", ""),
    REQUEST_MOVED_ON(Phase.DECISION, 1, "update request set", ""),
    APPROVAL_IN_HISTORY(Phase.DECISION, 1, "insert into request_event", ""),
    CARRYING_OUT_IN_HISTORY(Phase.DECISION, 2, "insert into request_event", ""),
    APPROVAL_AUDITED(Phase.DECISION, 2, "insert into audit_entry", ""),
    DECISION_COMMITTING(Phase.DECISION, 1, MortalDatabase.COMMITTING, ""),
    DECISION_COMMITTED(Phase.DECISION, 1, MortalDatabase.COMMITTED, ""),
    EFFECT_LOCKED(Phase.EFFECT, 1, "from outbox where", "for update skip locked"),
    NEWEST_VERSION_READ(Phase.EFFECT, 1, "from quota where name", ""),
    CLUSTER_HAS_TAKEN_IT(Phase.EFFECT, 1, MortalDatabase.APPLIED, ""),
    APPLIED_VERSION_NOTED(Phase.EFFECT, 1, "update quota set applied_version", ""),
    EFFECT_FINISHED(Phase.EFFECT, 1, "update outbox set state", ""),
    EFFECT_COMMITTING(Phase.EFFECT, 1, MortalDatabase.COMMITTING, ""),
    EFFECT_COMMITTED(Phase.EFFECT, 1, MortalDatabase.COMMITTED, "");

    /** Whether it lies in the decision's transaction or in that of its effect. */
    enum Phase {
        DECISION,
        EFFECT
    }

    private final Phase phase;
    private final int occurrence;
    private final String part;
    private final String end;

    CrashPoint(Phase phase, int occurrence, String part, String end) {
        this.phase = phase;
        this.occurrence = occurrence;
        this.part = part;
        this.end = end;
    }

    Phase phase() {
        return phase;
    }

    /** Which of the matching happenings it is, from one. */
    int occurrence() {
        return occurrence;
    }

    boolean matches(String happening) {
        return happening.contains(part) && happening.endsWith(end);
    }

    /** Whether whoever decided will find the decision taken. */
    boolean keepsTheDecision() {
        return phase == Phase.EFFECT || this == DECISION_COMMITTED;
    }
}
