package io.jiyun.console.audit.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditFilter;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.audit.AuditVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code audit_entry} with its head. */
@Repository
public class AuditTable implements AuditTrail {
    static final String GENESIS = "0".repeat(64);
    private static final String MATCHES =
            " where lower(actor) like :text or lower(action) like :text or lower(subject) like"
                    + " :text";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Head(long sequence, String hash) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(
            Actor actor,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after) {
        Head head =
                jdbc.sql("select sequence, hash from audit_head where id = 1 for update")
                        .query((row, number) ->
                                new Head(row.getLong("sequence"), row.getString("hash")))
                        .single();
        AuditEntry unhashed =
                new AuditEntry(
                        head.sequence() + 1,
                        // As fine as every database keeps it, or the hash could not be recomputed.
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.username(),
                        actor.role().name(),
                        Origin.current(),
                        action,
                        subject,
                        before,
                        after,
                        head.hash(),
                        "");
        String hash = AuditHash.of(unhashed);
        insert(unhashed, hash);
        jdbc.sql("update audit_head set sequence = :sequence, hash = :hash where id = 1")
                .param("sequence", unhashed.sequence())
                .param("hash", hash)
                .update();
    }

    private void insert(AuditEntry entry, String hash) {
        jdbc.sql(
                        "insert into audit_entry (sequence, at, actor, role, origin, action,"
                                + " subject, before_state, after_state, previous_hash, hash) values"
                                + " (:sequence, :at, :actor, :role, :origin, :action, :subject,"
                                + " :before, :after, :previous, :hash)")
                .param("sequence", entry.sequence())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("role", entry.role())
                .param("origin", entry.origin())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("previous", entry.previousHash())
                .param("hash", hash)
                .update();
    }

    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return jdbc.sql(
                        "select * from audit_entry"
                                + MATCHES
                                + " order by sequence desc offset :offset rows fetch next :limit"
                                + " rows only")
                .param("text", pattern(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    public long count(AuditFilter filter) {
        return jdbc.sql("select count(*) from audit_entry" + MATCHES)
                .param("text", pattern(filter))
                .query(Long.class)
                .single();
    }

    public AuditVerdict verify() {
        long expected = 0;
        String previous = GENESIS;
        try (var entries =
                jdbc
                        .sql("select * from audit_entry order by sequence")
                        .query((row, number) -> entry(row))
                        .stream()) {
            for (AuditEntry entry : (Iterable<AuditEntry>) entries::iterator) {
                expected++;
                boolean sound =
                        entry.sequence() == expected
                                && entry.previousHash().equals(previous)
                                && entry.hash().equals(AuditHash.of(entry));
                if (!sound) {
                    return new AuditVerdict.Broken(expected);
                }
                previous = entry.hash();
            }
        }
        String head =
                jdbc.sql("select hash from audit_head where id = 1").query(String.class).single();
        return head.equals(previous)
                ? new AuditVerdict.Intact(expected)
                : new AuditVerdict.Broken(expected + 1);
    }

    private static String pattern(AuditFilter filter) {
        return "%" + filter.text().toLowerCase(Locale.ROOT) + "%";
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("origin"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("before_state"),
                row.getString("after_state"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
