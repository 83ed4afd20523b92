package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditVerdict;
import io.jiyun.console.audit.internal.ChainCheck.Ends;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the chain as it stands in a database, from the console or from the command line. */
final class AuditRows {
    static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param noted hashes by number that were written down outside of the database
     */
    AuditVerdict verify(Map<Long, String> noted) {
        Ends ends = ends();
        try (var entries =
                jdbc
                        .sql("select * from audit_entry order by sequence")
                        .withFetchSize(AT_ONCE)
                        .query((row, number) -> entry(row))
                        .stream()) {
            return new ChainCheck(this::find, noted).check(entries.iterator(), ends);
        }
    }

    Ends ends() {
        return jdbc.sql("select * from audit_head where id = 1")
                .query((row, number) ->
                        new Ends(
                                row.getLong("first_sequence"),
                                row.getString("first_previous_hash"),
                                row.getLong("sequence"),
                                row.getString("hash")))
                .single();
    }

    private Optional<AuditEntry> find(long sequence) {
        return jdbc.sql("select * from audit_entry where sequence = :sequence")
                .param("sequence", sequence)
                .query((row, number) -> entry(row))
                .optional();
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
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
                row.getString("request_id"),
                row.getInt("format"),
                row.getString("digest"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
