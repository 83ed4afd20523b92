package io.jiyun.console.request.internal;

import io.jiyun.console.request.DocumentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code request_document}. */
@Repository
class DocumentTable {
    private static final String SMALL =
            "select id, name, media_type, size, sha256, uploaded_by, uploaded_at from"
                    + " request_document where request = :request";

    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DocumentLine> of(String request) {
        return jdbc.sql(SMALL + " order by uploaded_at, id")
                .param("request", request)
                .query((row, number) -> line(row))
                .list();
    }

    Optional<DocumentLine> find(String request, String id) {
        return jdbc.sql(SMALL + " and id = :id")
                .param("request", request)
                .param("id", id)
                .query((row, number) -> line(row))
                .optional();
    }

    byte[] content(String id) {
        return jdbc.sql("select content from request_document where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    void insert(String request, DocumentLine line, byte[] content) {
        jdbc.sql(
                        "insert into request_document (id, request, name, media_type, size, sha256,"
                            + " content, uploaded_by, uploaded_at) values (:id, :request, :name,"
                            + " :mediaType, :size, :sha256, :content, :by, :at)")
                .param("id", line.id())
                .param("request", request)
                .param("name", line.name())
                .param("mediaType", line.mediaType())
                .param("size", line.size())
                .param("sha256", line.sha256())
                .param("content", content)
                .param("by", line.uploadedBy())
                .param("at", line.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from request_document where id = :id").param("id", id).update();
    }

    private static DocumentLine line(ResultSet row) throws SQLException {
        return new DocumentLine(
                row.getString("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
