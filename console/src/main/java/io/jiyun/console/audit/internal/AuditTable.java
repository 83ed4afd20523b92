package io.jiyun.console.audit.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditFilter;
import io.jiyun.console.audit.AuditProperties;
import io.jiyun.console.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code audit_entry} with its head. */
@Repository
public class AuditTable implements AuditTrail {
    private static final Instant EVER_BEFORE = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant EVER_AFTER = Instant.parse("9999-01-01T00:00:00Z");
    private static final String MATCHES =
            " where (lower(actor) like :text or lower(action) like :text or lower(subject) like"
                    + " :text) and at >= :from and at < :until";

    private final JdbcClient jdbc;
    private final Digest digest;
    private final Clock clock;

    AuditTable(JdbcClient jdbc, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.digest =
                Digest.named(properties.digest())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "jiyun.audit.digest is "
                                                + properties.digest()
                                                + "; it may be SHA-256 or SM3"));
        this.clock = clock;
    }

    private record Head(long sequence, String hash) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(
            Actor actor,
            AuditAction action,
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
                        action.code(),
                        subject,
                        before,
                        after,
                        Origin.call(),
                        AuditHash.FORMAT,
                        digest.title(),
                        head.hash(),
                        "");
        String hash = AuditHash.of(unhashed).orElseThrow();
        insert(unhashed, hash);
        jdbc.sql("update audit_head set sequence = :sequence, hash = :hash where id = 1")
                .param("sequence", unhashed.sequence())
                .param("hash", hash)
                .update();
    }

    private void insert(AuditEntry entry, String hash) {
        jdbc.sql(
                        "insert into audit_entry (sequence, at, actor, role, origin, action,"
                                + " subject, before_state, after_state, request_id, format, digest,"
                                + " previous_hash, hash) values (:sequence, :at, :actor, :role,"
                                + " :origin, :action, :subject, :before, :after, :request, :format,"
                                + " :digest, :previous, :hash)")
                .params(fields(entry))
                .param("hash", hash)
                .update();
    }

    private static Map<String, @Nullable Object> fields(AuditEntry entry) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("sequence", entry.sequence());
        fields.put("at", entry.at().atOffset(ZoneOffset.UTC));
        fields.put("actor", entry.actor());
        fields.put("role", entry.role());
        fields.put("origin", entry.origin());
        fields.put("action", entry.action());
        fields.put("subject", entry.subject());
        fields.put("before", entry.before());
        fields.put("after", entry.after());
        fields.put("request", entry.requestId());
        fields.put("format", entry.format());
        fields.put("digest", entry.digest());
        fields.put("previous", entry.previousHash());
        return fields;
    }

    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return jdbc.sql(
                        "select * from audit_entry"
                                + MATCHES
                                + " order by sequence desc offset :offset rows fetch next :limit"
                                + " rows only")
                .params(wanted(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> AuditRows.entry(row))
                .list();
    }

    public long count(AuditFilter filter) {
        return jdbc.sql("select count(*) from audit_entry" + MATCHES)
                .params(wanted(filter))
                .query(Long.class)
                .single();
    }

    /** Oldest first, one at a time: a trail may be larger than memory. */
    public void each(AuditFilter filter, Consumer<AuditEntry> taker) {
        try (var entries =
                jdbc
                        .sql("select * from audit_entry" + MATCHES + " order by sequence")
                        .withFetchSize(AuditRows.AT_ONCE)
                        .params(wanted(filter))
                        .query((row, number) -> AuditRows.entry(row))
                        .stream()) {
            entries.forEach(taker);
        }
    }

    private static Map<String, Object> wanted(AuditFilter filter) {
        Instant from = filter.from() == null ? EVER_BEFORE : filter.from();
        Instant until = filter.until() == null ? EVER_AFTER : filter.until();
        return Map.of(
                "text",
                "%" + filter.text().toLowerCase(Locale.ROOT) + "%",
                "from",
                from.atOffset(ZoneOffset.UTC),
                "until",
                until.atOffset(ZoneOffset.UTC));
    }
}
