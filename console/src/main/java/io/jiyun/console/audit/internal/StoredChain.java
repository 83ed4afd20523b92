package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.AuditVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The chain of an installation, read without starting a console. */
public final class StoredChain {
    private static final String EMBEDDED =
            ";MODE=PostgreSQL;IFEXISTS=TRUE;AUTO_SERVER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private StoredChain() {}

    /**
     * Recomputes the chain of the installation in {@code data}.
     *
     * @param url address of the database; null for the embedded one in {@code data}
     * @throws IOException when there is no database, or it cannot be opened
     */
    public static AuditVerdict verify(Path data, @Nullable String url, String user, String password)
            throws IOException {
        Path file = data.resolve("database/console.mv.db");
        if (url == null && !Files.exists(file)) {
            throw new IOException("there is no database " + file);
        }
        String address =
                url == null
                        ? "jdbc:h2:file:"
                                + data.toAbsolutePath().resolve("database/console")
                                + EMBEDDED
                        : url;
        Map<Long, String> noted = new Anchors(data).read();
        try (Connection connection = DriverManager.getConnection(address, user, password)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // so that PostgreSQL hands over rows bit by bit
            try (var single = new SingleConnectionDataSource(connection, true)) {
                return new AuditRows(JdbcClient.create(single)).verify(noted);
            }
        } catch (SQLException unreachable) {
            throw new IOException(unreachable.getMessage(), unreachable);
        }
    }
}
