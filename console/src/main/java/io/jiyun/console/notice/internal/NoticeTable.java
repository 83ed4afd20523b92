package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.notice.NoticeLine;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code notice}. */
@Repository
public class NoticeTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(String username, NoticeKind kind, List<String> arguments, String link) {
        jdbc.sql(
                        "insert into notice (username, kind, arguments, link, created_at) values"
                                + " (:username, :kind, :arguments, :link, :now)")
                .param("username", username)
                .param("kind", kind.name())
                .param("arguments", json.writeValueAsString(arguments))
                .param("link", link)
                .param("now", now())
                .update();
    }

    public List<NoticeLine> page(String username, int offset, int limit) {
        return jdbc.sql(
                        "select * from notice where username = :username order by id desc offset"
                                + " :offset rows fetch next :limit rows only")
                .param("username", username)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) ->
                        new NoticeLine(
                                row.getLong("id"),
                                NoticeKind.valueOf(row.getString("kind")),
                                List.of(json.readValue(row.getString("arguments"), String[].class)),
                                row.getString("link"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                row.getObject("read_at", OffsetDateTime.class) != null))
                .list();
    }

    public long count(String username) {
        return number("select count(*) from notice where username = :username", username);
    }

    public long unread(String username) {
        return number(
                "select count(*) from notice where username = :username and read_at is null",
                username);
    }

    public void markAllRead(String username) {
        jdbc.sql("update notice set read_at = :now where username = :username and read_at is null")
                .param("now", now())
                .param("username", username)
                .update();
    }

    private long number(String query, String username) {
        return jdbc.sql(query).param("username", username).query(Long.class).single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
