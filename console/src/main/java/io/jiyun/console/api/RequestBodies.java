package io.jiyun.console.api;

import io.jiyun.console.api.QuotaBodies.BureauBody;
import io.jiyun.console.api.QuotaBodies.NamespaceBody;
import io.jiyun.console.api.QuotaBodies.PoolBody;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.workflow.RequestType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the API reads and writes about requests. */
final class RequestBodies {
    private RequestBodies() {}

    /** A request as it is filed; which fields count depends on the type. */
    @Schema(
            example =
                    """
                    {"type": "INCREASE", "quota": "health", "reason": "门户访问量增长",
                     "pools": [{"cloud": "provincial", "pool": "gov-x86",
                                "resources": {"requests.cpu": "20", "requests.memory": "40Gi"}}]}
                    """)
    record RequestBody(
            @Nullable RequestType type,
            @Nullable String quota,
            @Nullable String reason,
            @Schema(description = "INCREASE, DECREASE, TEMPORARY: by how much, per pool.")
                    @Nullable List<PoolBody> pools,
            @Schema(description = "TEMPORARY: first moment; left out: once approved.")
                    @Nullable OffsetDateTime from,
            @Schema(description = "TEMPORARY, EXTENSION: when it ends.")
                    @Nullable OffsetDateTime until,
            @Schema(description = "EXTENSION: number of the temporary grant.")
                    @Nullable String grant,
            @Schema(description = "NAMESPACE: what is to be made; EXEMPTION: what is left alone.")
                    @Nullable NamespaceBody namespace,
            @Schema(description = "NAMESPACE: what it needs on top of the quota.")
                    @Nullable Map<String, @Nullable String> resources,
            @Schema(description = "RETURN: cloud of the pool.") @Nullable String cloud,
            @Schema(description = "RETURN: pool that is given back.") @Nullable String pool,
            @Schema(description = "EXEMPTION: last day.") @Nullable LocalDate lastDay) {}

    /** What a person says when taking a step. */
    @Schema(example = "{\"reason\": \"预算不足\", \"advice\": \"先缩容测试环境后再申请\"}")
    record StepBody(
            @Nullable String reason,
            @Schema(description = "reject: what would help; required.") @Nullable String advice,
            @Schema(description = "return: fields to correct.") @Nullable List<String> fields,
            @Schema(description = "delegate: name of the account.") @Nullable String person) {}

    /** Where a request stands after a step. */
    record Outcome(String number, long version, RequestState state) {}

    /** A request in a list. */
    record Summary(
            String number,
            long version,
            RequestType type,
            String quota,
            BureauBody bureau,
            String reason,
            RequestState state,
            @Nullable String role,
            @Nullable String assignee,
            @Nullable LocalDate dueOn,
            boolean overdue,
            String filer,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime submittedAt,
            OffsetDateTime changedAt) {
        static Summary of(RequestRow row) {
            return new Summary(
                    row.number(),
                    row.version(),
                    row.type(),
                    row.quota(),
                    new BureauBody(row.bureauCode(), row.bureauName()),
                    row.reason(),
                    row.state(),
                    row.role() == null ? null : row.role().name(),
                    row.assignee(),
                    row.dueOn(),
                    row.overdue(),
                    row.filer(),
                    Times.written(row.createdAt()),
                    Times.writtenOrNull(row.submittedAt()),
                    Times.written(row.changedAt()));
        }
    }

    /** Something that happened, in the language of the caller. */
    record Event(
            OffsetDateTime at,
            String actor,
            String actorName,
            EventKind kind,
            @Nullable String stage,
            String reason,
            @Nullable String explanation) {}

    /** A stage of the workflow the request follows. */
    record StageLine(
            String key,
            String name,
            String kind,
            @Nullable String role,
            int days,
            boolean workingDays,
            boolean fourEyes,
            boolean current) {}

    /** An attached file. */
    record Document(
            String id,
            String name,
            String mediaType,
            long size,
            String sha256,
            String uploadedBy,
            OffsetDateTime uploadedAt) {}

    /** Everything about one request. */
    record Full(
            Summary summary,
            RequestContent content,
            int workflowVersion,
            List<StageLine> stages,
            List<Event> timeline,
            List<Document> documents,
            Set<Step> possible) {}

    /** What other requests hold in a pool already. */
    record Waiting(String cloud, String pool, Map<String, String> resources, int requests) {}

    /** What would become of the request now. */
    record FeasibilityBody(
            boolean feasible,
            List<Message> violations,
            List<QuotaBodies.Line> lines,
            List<Message> warnings,
            List<Waiting> waiting,
            List<String> recentUse,
            @Nullable String automaticRule) {}

    /** The same decision on many requests. */
    @Schema(example = "{\"numbers\": [\"REQ-2026-000001\"], \"decision\": \"APPROVE\"}")
    record BulkBody(
            @Nullable List<@Nullable String> numbers,
            @Schema(description = "APPROVE, REJECT, RETURN or CONFIRM.") @Nullable Step decision,
            @Nullable String reason,
            @Nullable String advice) {}

    /** How it went with one of many. */
    record BulkLine(
            String number, boolean done, @Nullable RequestState state, List<Message> violations) {}
}
