package io.jiyun.console.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditVerdict;
import io.jiyun.console.audit.AuditVerdict.Broken;
import io.jiyun.console.audit.AuditVerdict.Damage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand entries in the embedded database, as the command line reads them. */
class LargeTrailTest {
    private static final int ENTRIES = 100_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir private static Path data;

    @BeforeAll
    static void aLongTrail() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table audit_entry (sequence bigint primary key, at timestamp with time zone,
                      actor varchar(64), role varchar(32), origin varchar(64), action varchar(64),
                      subject varchar(256), before_state varchar(1000000),
                      after_state varchar(1000000), request_id varchar(64), format int,
                      digest varchar(16), previous_hash varchar(64), hash varchar(64))
                    """);
            statement.execute(
                    """
                    create table audit_head (id int primary key, sequence bigint, hash varchar(64),
                      first_sequence bigint, first_previous_hash varchar(64))
                    """);
            String head = fill(connection);
            statement.execute(
                    "insert into audit_head values (1, "
                            + ENTRIES
                            + ", '"
                            + head
                            + "', 1, '"
                            + "0".repeat(64)
                            + "')");
        }
    }

    @Test
    void everyKindOfTamperingIsNamed() throws Exception {
        assertThat(verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(ENTRIES));

        execute("update audit_entry set subject = 'quota/forged' where sequence = 61803");
        assertThat(verify()).isEqualTo(new Broken(61_803, Damage.ALTERED));
        execute("update audit_entry set subject = 'quota/q3' where sequence = 61803");
        assertThat(verify()).isInstanceOf(AuditVerdict.Intact.class);

        move(12_346, 0);
        move(12_345, 12_346);
        move(0, 12_345);
        assertThat(verify()).isEqualTo(new Broken(12_345, Damage.REORDERED));
        move(12_346, 0);
        move(12_345, 12_346);
        move(0, 12_345);

        execute("delete from audit_entry where sequence = 99999");
        assertThat(verify()).isEqualTo(new Broken(99_999, Damage.REMOVED));
    }

    private static AuditVerdict verify() throws Exception {
        return StoredChain.verify(data, null, "jiyun", "");
    }

    private static void move(long from, long to) throws SQLException {
        execute("update audit_entry set sequence = " + to + " where sequence = " + from);
    }

    private static String fill(Connection connection) throws SQLException {
        String previous = "0".repeat(64);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?)")) {
            connection.setAutoCommit(false);
            for (int sequence = 1; sequence <= ENTRIES; sequence++) {
                AuditEntry entry = entry(sequence, previous);
                previous = AuditHash.of(entry).orElseThrow();
                List<Object> values = new ArrayList<>();
                values.add(entry.sequence());
                values.add(entry.at().atOffset(ZoneOffset.UTC));
                values.addAll(
                        List.of(
                                entry.actor(),
                                "CLOUD_ADMIN",
                                entry.origin(),
                                entry.action(),
                                entry.subject(),
                                "{}",
                                "{}",
                                "call",
                                entry.format(),
                                entry.digest(),
                                entry.previousHash(),
                                previous));
                for (int index = 0; index < values.size(); index++) {
                    insert.setObject(index + 1, values.get(index));
                }
                insert.addBatch();
                if (sequence % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return previous;
    }

    private static AuditEntry entry(int sequence, String previous) {
        return new AuditEntry(
                sequence,
                START.plusSeconds(sequence),
                "cloud-admin",
                "CLOUD_ADMIN",
                "10.0.0.1",
                "quota.change",
                "quota/q" + sequence % 10,
                "{}",
                "{}",
                "call",
                AuditHash.FORMAT,
                Digest.SHA_256.title(),
                previous,
                "");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:"
                        + data.toAbsolutePath().resolve("database/console")
                        + ";MODE=PostgreSQL;AUTO_SERVER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "jiyun",
                "");
    }
}
