package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.console.cluster.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quota_change} and the series its numbers come from. */
@Repository
public class ChangeTable {
    private static final String PREFIX = "ADJ";

    /** Numbers carry the year of the people who quote them, not of the servers. */
    private static final ZoneId CALENDAR = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change as stored. */
    public record Change(
            String id,
            String quota,
            long version,
            String kind,
            String actor,
            Instant at,
            String reason,
            @Nullable BureauQuotaSpec before,
            BureauQuotaSpec after,
            @Nullable String idempotencyKey,
            @Nullable String fingerprint) {}

    /** The next number, for example {@code ADJ-2026-000001}; gone unused if the decision fails. */
    String nextId(Instant now) {
        int year = LocalDate.ofInstant(now, CALENDAR).getYear();
        jdbc.sql(
                        "insert into number_series (prefix, calendar_year, last_number) values"
                                + " (:prefix, :year, 0) on conflict do nothing")
                .param("prefix", PREFIX)
                .param("year", year)
                .update();
        jdbc.sql(
                        "update number_series set last_number = last_number + 1 where prefix ="
                                + " :prefix and calendar_year = :year")
                .param("prefix", PREFIX)
                .param("year", year)
                .update();
        long number =
                jdbc.sql(
                                "select last_number from number_series where prefix = :prefix and"
                                        + " calendar_year = :year")
                        .param("prefix", PREFIX)
                        .param("year", year)
                        .query(Long.class)
                        .single();
        return "%s-%d-%06d".formatted(PREFIX, year, number);
    }

    void insert(Change change) {
        jdbc.sql(
                        "insert into quota_change (id, quota_name, version, kind, actor, at,"
                                + " reason, before_state, after_state, idempotency_key,"
                                + " fingerprint) values (:id, :quota, :version, :kind, :actor, :at,"
                                + " :reason, :before, :after, :key, :fingerprint)")
                .param("id", change.id())
                .param("quota", change.quota())
                .param("version", change.version())
                .param("kind", change.kind())
                .param("actor", change.actor())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .param("reason", change.reason())
                .param("before", change.before() == null ? null : Documents.write(change.before()))
                .param("after", Documents.write(change.after()))
                .param("key", change.idempotencyKey())
                .param("fingerprint", change.fingerprint())
                .update();
    }

    Optional<Change> byKey(String actor, String key) {
        return jdbc.sql(
                        "select * from quota_change where actor = :actor and idempotency_key ="
                                + " :key")
                .param("actor", actor)
                .param("key", key)
                .query((row, number) -> change(row))
                .optional();
    }

    /** Newest first. */
    public List<Change> of(String quota) {
        return jdbc.sql(
                        "select * from quota_change where quota_name = :quota order by version"
                                + " desc, id desc")
                .param("quota", quota)
                .query((row, number) -> change(row))
                .list();
    }

    private static Change change(ResultSet row) throws SQLException {
        String before = row.getString("before_state");
        return new Change(
                row.getString("id"),
                row.getString("quota_name"),
                row.getLong("version"),
                row.getString("kind"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                before == null ? null : Documents.read(before, BureauQuotaSpec.class),
                Documents.read(row.getString("after_state"), BureauQuotaSpec.class),
                row.getString("idempotency_key"),
                row.getString("fingerprint"));
    }
}
