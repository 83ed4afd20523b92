package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.Webhook;
import io.jiyun.console.notice.WebhookDraft;
import io.jiyun.console.vault.SecretBox;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notice_webhook}. */
@Repository
class WebhookTable {
    /** All of a webhook, as only its delivery needs it. */
    record Open(Webhook.Style style, URI url, @Nullable String secret) {}

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    WebhookTable(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    List<String> ids() {
        return jdbc.sql("select id from notice_webhook order by id").query(String.class).list();
    }

    List<Webhook> all() {
        return jdbc.sql("select * from notice_webhook order by name, id")
                .query((row, number) ->
                        new Webhook(
                                row.getString("id"),
                                row.getString("name"),
                                Webhook.Style.valueOf(row.getString("style")),
                                String.valueOf(
                                        URI.create(box.open(row.getString("url"))).getHost()),
                                row.getString("secret") != null))
                .list();
    }

    Optional<Open> open(String id) {
        return jdbc.sql("select * from notice_webhook where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    String secret = row.getString("secret");
                    return new Open(
                            Webhook.Style.valueOf(row.getString("style")),
                            URI.create(box.open(row.getString("url"))),
                            secret == null ? null : box.open(secret));
                })
                .optional();
    }

    void insert(WebhookDraft draft) {
        String secret = draft.secret();
        jdbc.sql(
                        "insert into notice_webhook (id, name, style, url, secret, created_at)"
                                + " values (:id, :name, :style, :url, :secret, :now)")
                .param("id", UUID.randomUUID().toString())
                .param("name", draft.name().strip())
                .param("style", draft.style().name())
                .param("url", box.seal(draft.url().strip()))
                .param("secret", secret == null ? null : box.seal(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean delete(String id) {
        return jdbc.sql("delete from notice_webhook where id = :id").param("id", id).update() > 0;
    }
}
