package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.console.cluster.Documents;
import io.jiyun.console.number.NumberSeries;
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

/** Table {@code quota_change}. */
@Repository
public class ChangeTable {
    private static final String PREFIX = "ADJ";

    private final JdbcClient jdbc;
    private final NumberSeries numbers;

    ChangeTable(JdbcClient jdbc, NumberSeries numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
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
        return numbers.next(PREFIX, now);
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
