package io.jiyun.console;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as it is before anybody decided anything. */
final class EmptyProvince {
    private static final List<String> TABLES =
            List.of(
                    "request_document",
                    "request_reservation",
                    "request_event",
                    "request",
                    "outbox",
                    "ending_grant",
                    "quota_change",
                    "quota",
                    "bureau",
                    "pool_lock");

    private EmptyProvince() {}

    static void restore(JdbcClient jdbc) {
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
