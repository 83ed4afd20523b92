package io.jiyun.console.request.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.workflow.RequestType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A request as the database has it. */
public record RequestRecord(
        String number, long version, Ask ask, Standing standing, String filer, Times times) {

    /** What is asked for, and for whom. */
    public record Ask(
            RequestType type,
            String quota,
            String bureauCode,
            String bureauName,
            RequestContent content,
            String reason) {
        RequestedChanges.Target target() {
            return new RequestedChanges.Target(quota, bureauCode, bureauName);
        }
    }

    /**
     * Where it stands.
     *
     * @param round counts submissions
     * @param quotaVersion version of the quota that carries the effect
     */
    record Standing(
            RequestState state,
            int stage,
            @Nullable Role role,
            @Nullable Role escalatedRole,
            @Nullable String assignee,
            @Nullable LocalDate dueOn,
            boolean overdue,
            int round,
            int workflowVersion,
            @Nullable Long quotaVersion) {

        static Standing draft(int workflowVersion) {
            return new Standing(
                    RequestState.DRAFT,
                    -1,
                    null,
                    null,
                    null,
                    null,
                    false,
                    0,
                    workflowVersion,
                    null);
        }

        Standing submitted(int workflow) {
            return new Standing(
                    state, -1, null, null, null, null, false, round + 1, workflow, quotaVersion);
        }

        Standing outside(RequestState next) {
            return placed(next, -1, null, null);
        }

        Standing placed(RequestState next, int at, @Nullable Role whose, @Nullable LocalDate due) {
            return new Standing(
                    next, at, whose, null, null, due, false, round, workflowVersion, quotaVersion);
        }

        Standing handedTo(String person) {
            return new Standing(
                    state,
                    stage,
                    role,
                    escalatedRole,
                    person,
                    dueOn,
                    overdue,
                    round,
                    workflowVersion,
                    quotaVersion);
        }

        Standing late(@Nullable Role chaser) {
            return new Standing(
                    state,
                    stage,
                    role,
                    chaser,
                    assignee,
                    dueOn,
                    true,
                    round,
                    workflowVersion,
                    quotaVersion);
        }

        Standing carriedOut(long quota) {
            return new Standing(
                    state, stage, role, null, null, dueOn, false, round, workflowVersion, quota);
        }
    }

    /** When it was made, submitted last, and touched last. */
    record Times(Instant createdAt, @Nullable Instant submittedAt, Instant changedAt) {}

    RequestRecord with(Standing changed) {
        return new RequestRecord(number, version, ask, changed, filer, times);
    }

    RequestRecord with(Ask changed) {
        return new RequestRecord(number, version, changed, standing, filer, times);
    }

    RequestRecord submittedAt(Instant at) {
        return new RequestRecord(
                number,
                version,
                ask,
                standing,
                filer,
                new Times(times.createdAt(), at, times.changedAt()));
    }

    /** The next version, touched now. */
    RequestRecord next(Instant at) {
        return new RequestRecord(
                number,
                version + 1,
                ask,
                standing,
                filer,
                new Times(times.createdAt(), times.submittedAt(), at));
    }

    public RequestRow row() {
        return new RequestRow(
                number,
                version,
                ask.type(),
                ask.quota(),
                ask.bureauCode(),
                ask.bureauName(),
                ask.reason(),
                standing.state(),
                standing.stage(),
                standing.workflowVersion(),
                standing.role(),
                standing.escalatedRole(),
                standing.assignee(),
                standing.dueOn(),
                standing.overdue(),
                filer,
                times.createdAt(),
                times.submittedAt(),
                times.changedAt());
    }
}
