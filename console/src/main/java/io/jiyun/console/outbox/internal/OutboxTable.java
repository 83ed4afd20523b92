package io.jiyun.console.outbox.internal;

import io.jiyun.console.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code outbox}. */
@Repository
public class OutboxTable implements Outbox {
    private static final int LONGEST_ERROR = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A waiting effect. */
    record Entry(long id, String quota, int attempts) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(String quota, long version) {
        jdbc.sql(
                        "insert into outbox (quota_name, version, state, attempts,"
                                + " next_attempt_at, created_at) values (:quota, :version,"
                                + " 'WAITING', 0, :now, :now)")
                .param("quota", quota)
                .param("version", version)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean isWaiting(String quota) {
        return jdbc.sql(
                                "select count(*) from outbox where quota_name = :quota and state ="
                                        + " 'WAITING'")
                        .param("quota", quota)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public long waiting() {
        return jdbc.sql("select count(distinct quota_name) from outbox where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /** Takes the next due effect that no other dispatcher holds, for the running transaction. */
    Optional<Entry> lockNext() {
        return jdbc.sql(
                        "select id, quota_name, attempts from outbox where state = 'WAITING' and"
                                + " next_attempt_at <= :now order by id fetch first 1 rows only for"
                                + " update skip locked")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Entry(
                                row.getLong("id"),
                                row.getString("quota_name"),
                                row.getInt("attempts")))
                .optional();
    }

    /** Ends every effect on the quota up to the version: the newest one stands for all. */
    void finish(String quota, long version, String state) {
        jdbc.sql(
                        "update outbox set state = :state, done_at = :now, last_error = null where"
                            + " quota_name = :quota and version <= :version and state = 'WAITING'")
                .param("state", state)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("quota", quota)
                .param("version", version)
                .update();
    }

    void postpone(Entry entry, Instant until, String why) {
        jdbc.sql(
                        "update outbox set attempts = attempts + 1, next_attempt_at = :until,"
                                + " last_error = :why where id = :id")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("why", why.substring(0, Math.min(why.length(), LONGEST_ERROR)))
                .param("id", entry.id())
                .update();
    }

    /** Everything may be tried at once, because the cluster returned. */
    void hurry() {
        jdbc.sql(
                        "update outbox set next_attempt_at = :now where state = 'WAITING' and"
                                + " next_attempt_at > :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
