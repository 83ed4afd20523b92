package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code request_event}; rows are only ever added. */
@Repository
class EventTable {
    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done under an idempotency key. */
    record Repeated(String request, String fingerprint) {}

    /**
     * Adds what happened.
     *
     * @param actor null where a rule or the clock acted
     * @param key under which it was asked for; null for none
     */
    void append(
            RequestRecord request,
            @Nullable Actor actor,
            Happening event,
            Instant at,
            @Nullable String key,
            @Nullable String fingerprint) {
        SpecViolation why = event.explanation();
        jdbc.sql(
                        "insert into request_event (request, round, at, actor, actor_name, kind,"
                                + " stage_key, reason, zh, en, idempotency_key, fingerprint) values"
                                + " (:request, :round, :at, :actor, :actorName, :kind, :stage,"
                                + " :reason, :zh, :en, :key, :fingerprint)")
                .param("request", request.number())
                .param("round", request.standing().round())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor == null ? "" : actor.username())
                .param("actorName", actor == null ? "" : actor.displayName())
                .param("kind", event.kind().name())
                .param("stage", event.stage())
                .param("reason", event.reason())
                .param("zh", why == null ? null : cut(why.zh()))
                .param("en", why == null ? null : cut(why.en()))
                .param("key", key)
                .param("fingerprint", fingerprint)
                .update();
    }

    Optional<Repeated> byKey(String actor, String key) {
        return jdbc.sql(
                        "select request, fingerprint from request_event where actor = :actor and"
                                + " idempotency_key = :key")
                .param("actor", actor)
                .param("key", key)
                .query((row, number) ->
                        new Repeated(row.getString("request"), row.getString("fingerprint")))
                .optional();
    }

    /** Who approved in the current round, in which stages. */
    List<Approval> approvals(String request, int round) {
        return jdbc.sql(
                        "select actor, stage_key from request_event where request = :request and"
                                + " round = :round and kind = 'APPROVED'")
                .param("request", request)
                .param("round", round)
                .query((row, number) ->
                        new Approval(row.getString("actor"), row.getString("stage_key")))
                .list();
    }

    /** An approval of a stage by a person. */
    record Approval(String actor, String stage) {}

    /** Oldest first. */
    List<TimelineEntry> of(String request) {
        return jdbc.sql("select * from request_event where request = :request order by id")
                .param("request", request)
                .query((row, number) -> entry(row))
                .list();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        String zh = row.getString("zh");
        String en = row.getString("en");
        String kind = row.getString("kind");
        return new TimelineEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                EventKind.valueOf(kind),
                row.getString("stage_key"),
                row.getString("reason"),
                zh == null || en == null ? null : new SpecViolation(kind, "", zh, en));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
