package io.jiyun.console.workflow.internal;

import io.jiyun.console.workflow.RequestType;
import io.jiyun.console.workflow.Workflow;
import io.jiyun.console.workflow.WorkflowDraft;
import io.jiyun.console.workflow.Workflows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code workflow}. A version never changes, so each is read once. */
@Repository
public class WorkflowTable implements Workflows {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Key, Workflow> known = new ConcurrentHashMap<>();

    private record Key(RequestType type, int version) {}

    WorkflowTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Workflow current(RequestType type) {
        return version(
                type,
                jdbc.sql("select max(version) from workflow where type = :type")
                        .param("type", type.name())
                        .query(Integer.class)
                        .single());
    }

    @Override
    public Workflow version(RequestType type, int version) {
        return known.computeIfAbsent(
                new Key(type, version),
                key ->
                        jdbc.sql("select * from workflow where type = :type and version = :version")
                                .param("type", type.name())
                                .param("version", version)
                                .query((row, number) -> workflow(row))
                                .single());
    }

    public List<Workflow> history(RequestType type) {
        return jdbc.sql("select * from workflow where type = :type order by version desc")
                .param("type", type.name())
                .query((row, number) -> workflow(row))
                .list();
    }

    /** Lets one person after the other save a version of the type. */
    public void lock(RequestType type) {
        var _ =
                jdbc.sql("select type from workflow where type = :type and version = 1 for update")
                        .param("type", type.name())
                        .query(String.class)
                        .single();
    }

    public void insert(RequestType type, int version, WorkflowDraft draft, String savedBy) {
        jdbc.sql(
                        "insert into workflow (type, version, definition, saved_by, saved_at)"
                                + " values (:type, :version, :definition, :savedBy, :savedAt)")
                .param("type", type.name())
                .param("version", version)
                .param("definition", print(draft))
                .param("savedBy", savedBy)
                .param("savedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Enters the version the product comes with, where a type has none. */
    void insertFirst(RequestType type, WorkflowDraft draft) {
        jdbc.sql(
                        "insert into workflow (type, version, definition, saved_by, saved_at)"
                                + " values (:type, 1, :definition, '', :savedAt) on conflict do"
                                + " nothing")
                .param("type", type.name())
                .param("definition", print(draft))
                .param("savedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public String print(WorkflowDraft draft) {
        return json.writeValueAsString(draft);
    }

    private Workflow workflow(ResultSet row) throws SQLException {
        return new Workflow(
                RequestType.valueOf(row.getString("type")),
                row.getInt("version"),
                json.readValue(row.getString("definition"), WorkflowDraft.class),
                row.getString("saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
