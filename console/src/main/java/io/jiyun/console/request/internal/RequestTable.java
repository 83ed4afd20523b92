package io.jiyun.console.request.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.number.NumberSeries;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.internal.RequestRecord.Ask;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.request.internal.RequestRecord.Times;
import io.jiyun.console.workflow.RequestType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Table {@code request}, one row at a time. */
@Repository
class RequestTable {
    private static final String PREFIX = "REQ";

    private final JdbcClient jdbc;
    private final NumberSeries numbers;
    private final Contents contents;

    RequestTable(JdbcClient jdbc, NumberSeries numbers, Contents contents) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.contents = contents;
    }

    String nextNumber(Instant now) {
        return numbers.next(PREFIX, now);
    }

    Optional<RequestRecord> find(String number) {
        return one("select * from request where number = :number", number);
    }

    Optional<RequestRecord> findForUpdate(String number) {
        return one("select * from request where number = :number for update", number);
    }

    private Optional<RequestRecord> one(String sql, String number) {
        return jdbc.sql(sql).param("number", number).query((row, index) -> request(row)).optional();
    }

    /**
     * A request that waits for the cluster.
     *
     * @param version of the quota that must be in force; null where it changes none
     */
    record Provisioning(String number, String quota, @Nullable Long version) {}

    /** Oldest first. */
    List<Provisioning> provisioning() {
        return jdbc.sql(
                        "select number, quota_name, quota_version from request where state ="
                                + " 'PROVISIONING' order by number")
                .query((row, index) ->
                        new Provisioning(
                                row.getString("number"),
                                row.getString("quota_name"),
                                row.getObject("quota_version", Long.class)))
                .list();
    }

    /** Numbers of those whose term ended before {@code today} and nobody was told. */
    List<String> lateOn(LocalDate today) {
        return jdbc.sql(
                        "select number from request where state in ('PENDING', 'CONFIRMING',"
                                + " 'TRIAL') and due_on < :today and not overdue order by number")
                .param("today", today)
                .query(String.class)
                .list();
    }

    void insert(RequestRecord request) {
        bind(
                        jdbc.sql(
                                "insert into request (number, type, quota_name, bureau_code,"
                                    + " bureau_name, content, reason, state, stage, stage_role,"
                                    + " escalated_role, assignee, due_on, overdue, round,"
                                    + " workflow_version, filer, version, quota_version,"
                                    + " created_at, submitted_at, changed_at) values (:number,"
                                    + " :type, :quota, :bureau, :bureauName, :content, :reason,"
                                    + " :state, :stage, :role, :escalatedRole, :assignee, :dueOn,"
                                    + " :overdue, :round, :workflowVersion, :filer, :version,"
                                    + " :quotaVersion, :createdAt, :submittedAt, :changedAt)"),
                        request)
                .param("type", request.ask().type().name())
                .param("bureau", request.ask().bureauCode())
                .param("bureauName", request.ask().bureauName())
                .param("filer", request.filer())
                .param("createdAt", request.times().createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(RequestRecord request) {
        bind(
                        jdbc.sql(
                                "update request set quota_name = :quota, content = :content, reason"
                                        + " = :reason, state = :state, stage = :stage, stage_role ="
                                        + " :role, escalated_role = :escalatedRole, assignee ="
                                        + " :assignee, due_on = :dueOn, overdue = :overdue, round ="
                                        + " :round, workflow_version = :workflowVersion, version ="
                                        + " :version, quota_version = :quotaVersion, submitted_at ="
                                        + " :submittedAt, changed_at = :changedAt where number ="
                                        + " :number"),
                        request)
                .update();
    }

    private StatementSpec bind(StatementSpec statement, RequestRecord request) {
        Standing standing = request.standing();
        Instant submitted = request.times().submittedAt();
        return statement
                .param("number", request.number())
                .param("version", request.version())
                .param("quota", request.ask().quota())
                .param("content", contents.print(request.ask().content()))
                .param("reason", request.ask().reason())
                .param("state", standing.state().name())
                .param("stage", standing.stage())
                .param("role", name(standing.role()))
                .param("escalatedRole", name(standing.escalatedRole()))
                .param("assignee", standing.assignee())
                .param("dueOn", standing.dueOn())
                .param("overdue", standing.overdue())
                .param("round", standing.round())
                .param("workflowVersion", standing.workflowVersion())
                .param("quotaVersion", standing.quotaVersion())
                .param("submittedAt", submitted == null ? null : submitted.atOffset(ZoneOffset.UTC))
                .param("changedAt", request.times().changedAt().atOffset(ZoneOffset.UTC));
    }

    RequestRecord request(ResultSet row) throws SQLException {
        RequestType type = RequestType.valueOf(row.getString("type"));
        OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new RequestRecord(
                row.getString("number"),
                row.getLong("version"),
                new Ask(
                        type,
                        row.getString("quota_name"),
                        row.getString("bureau_code"),
                        row.getString("bureau_name"),
                        contents.read(type, row.getString("content")),
                        row.getString("reason")),
                new Standing(
                        RequestState.valueOf(row.getString("state")),
                        row.getInt("stage"),
                        role(row.getString("stage_role")),
                        role(row.getString("escalated_role")),
                        row.getString("assignee"),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("overdue"),
                        row.getInt("round"),
                        row.getInt("workflow_version"),
                        row.getObject("quota_version", Long.class)),
                row.getString("filer"),
                new Times(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        submitted == null ? null : submitted.toInstant(),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }

    private static @Nullable String name(@Nullable Role role) {
        return role == null ? null : role.name();
    }

    private static @Nullable Role role(@Nullable String name) {
        return name == null ? null : Role.valueOf(name);
    }
}
