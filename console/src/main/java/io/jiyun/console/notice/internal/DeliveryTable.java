package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.ChannelState;
import io.jiyun.console.notice.NoticeProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notice_delivery}: what is to leave the console, and what became of it. */
@Repository
class DeliveryTable {
    /** Ways out. */
    enum Channel {
        EMAIL,
        WEBHOOK
    }

    /** Where a message goes. */
    record Target(Channel channel, String address) {}

    /** One notice of a message. */
    record Item(long id, String text, String link, int attempts) {}

    static final int MOST_IN_ONE = 20;
    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;
    private final NoticeProperties properties;
    private final Clock clock;

    DeliveryTable(JdbcClient jdbc, NoticeProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Goes a little later, so that what comes in a burst goes as one message. */
    void enqueue(Target target, String text, String link) {
        jdbc.sql(
                        "insert into notice_delivery (channel, target, text, link, state, attempts,"
                                + " next_attempt_at, created_at) values (:channel, :target, :text,"
                                + " :link, 'WAITING', 0, :due, :now)")
                .param("channel", target.channel().name())
                .param("target", target.address())
                .param("text", text)
                .param("link", link)
                .param("due", at(clock.instant().plus(properties.digest())))
                .param("now", at(clock.instant()))
                .update();
    }

    /** A target with something due that was not written to a moment ago. */
    Optional<Target> nextTarget() {
        return jdbc.sql(
                        "select due.channel, due.target from notice_delivery due where due.state ="
                            + " 'WAITING' and due.next_attempt_at <= :now and not exists (select 1"
                            + " from notice_delivery sent where sent.channel = due.channel and"
                            + " sent.target = due.target and sent.done_at > :recently) order by"
                            + " due.id fetch first 1 rows only for update skip locked")
                .param("now", at(clock.instant()))
                .param("recently", at(clock.instant().minus(properties.interval())))
                .query((row, number) ->
                        new Target(
                                Channel.valueOf(row.getString("channel")), row.getString("target")))
                .optional();
    }

    /** Everything that waits for the target, oldest first, for the running transaction. */
    List<Item> waiting(Target target) {
        return jdbc.sql(
                        "select id, text, link, attempts from notice_delivery where state ="
                            + " 'WAITING' and channel = :channel and target = :target order by id"
                            + " fetch first :most rows only for update skip locked")
                .param("channel", target.channel().name())
                .param("target", target.address())
                .param("most", MOST_IN_ONE)
                .query((row, number) ->
                        new Item(
                                row.getLong("id"),
                                row.getString("text"),
                                row.getString("link"),
                                row.getInt("attempts")))
                .list();
    }

    void done(Item item) {
        jdbc.sql(
                        "update notice_delivery set state = 'DONE', done_at = :now, last_error ="
                                + " null where id = :id")
                .param("now", at(clock.instant()))
                .param("id", item.id())
                .update();
    }

    void postpone(Item item, Instant until, String why) {
        jdbc.sql(
                        "update notice_delivery set attempts = attempts + 1, next_attempt_at ="
                                + " :until, last_error = :why where id = :id")
                .param("until", at(until))
                .param("why", shortened(why))
                .param("id", item.id())
                .update();
    }

    void giveUp(Item item, String why) {
        jdbc.sql(
                        "update notice_delivery set state = 'FAILED', last_error = :why where id ="
                                + " :id")
                .param("why", shortened(why))
                .param("id", item.id())
                .update();
    }

    ChannelState state() {
        String lastError =
                jdbc.sql(
                                "select last_error from notice_delivery where last_error is not"
                                        + " null order by id desc fetch first 1 rows only")
                        .query(String.class)
                        .optional()
                        .orElse("");
        return new ChannelState(inState("WAITING"), inState("FAILED"), lastError);
    }

    private long inState(String state) {
        return jdbc.sql("select count(*) from notice_delivery where state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
