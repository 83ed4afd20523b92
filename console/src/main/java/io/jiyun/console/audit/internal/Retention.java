package io.jiyun.console.audit.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditProperties;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Moves entries beyond their retention to a compressed file. What stays still links to what left:
 * the head keeps the hash of the last entry that was moved.
 */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final AuditProperties properties;
    private final Path archive;
    private final ObjectMapper json;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            AuditProperties properties,
            ConsoleProperties console,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.archive = console.data().resolve("audit-archive");
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    void archiveExpired() {
        if (properties.retention() != null) {
            archiveBefore(clock.instant().atOffset(ZoneOffset.UTC).minus(properties.retention()));
        }
    }

    /** The file is whole before any row goes: a crash in between leaves both. */
    private void archiveBefore(OffsetDateTime limit) {
        jdbc.sql("select id from audit_head where id = 1 for update").query(Long.class).single();
        Optional<AuditEntry> last =
                jdbc.sql(
                                "select * from audit_entry where at < :limit order by sequence desc"
                                        + " fetch first 1 rows only")
                        .param("limit", limit)
                        .query((row, number) -> AuditRows.entry(row))
                        .optional();
        last.ifPresent(it -> {
            Path file = write(it.sequence());
            jdbc.sql("delete from audit_entry where sequence <= :last")
                    .param("last", it.sequence())
                    .update();
            jdbc.sql(
                            "update audit_head set first_sequence = :first, first_previous_hash ="
                                    + " :hash where id = 1")
                    .param("first", it.sequence() + 1)
                    .param("hash", it.hash())
                    .update();
            LOG.info("Audit entries up to {} were archived in {}", it.sequence(), file);
        });
    }

    private Path write(long last) {
        Path file = archive.resolve("audit-to-" + last + ".jsonl.gz");
        Path begun = archive.resolve("audit-to-" + last + ".jsonl.gz.begun");
        try {
            Files.createDirectories(archive);
            try (Writer writer =
                            new OutputStreamWriter(
                                    new GZIPOutputStream(Files.newOutputStream(begun)),
                                    StandardCharsets.UTF_8);
                    var entries =
                            jdbc
                                    .sql(
                                            "select * from audit_entry where sequence <= :last"
                                                    + " order by sequence")
                                    .withFetchSize(AuditRows.AT_ONCE)
                                    .param("last", last)
                                    .query((row, number) -> AuditRows.entry(row))
                                    .stream()) {
                for (AuditEntry entry : (Iterable<AuditEntry>) entries::iterator) {
                    writer.write(json.writeValueAsString(entry));
                    writer.write('\n');
                }
            }
            return Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
