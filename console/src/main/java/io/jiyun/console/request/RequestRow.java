package io.jiyun.console.request;

import io.jiyun.console.access.Role;
import io.jiyun.console.workflow.RequestType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param stage the stage it stands in, by index; -1 outside of its workflow
 * @param role whose task it is; null while it is nobody's
 * @param escalatedRole who else sees it because it is overdue
 * @param assignee the one person it was handed to
 * @param dueOn last day of the stage's term
 */
public record RequestRow(
        String number,
        long version,
        RequestType type,
        String quota,
        String bureauCode,
        String bureauName,
        String reason,
        RequestState state,
        int stage,
        int workflowVersion,
        @Nullable Role role,
        @Nullable Role escalatedRole,
        @Nullable String assignee,
        @Nullable LocalDate dueOn,
        boolean overdue,
        String filer,
        Instant createdAt,
        @Nullable Instant submittedAt,
        Instant changedAt) {}
