package io.jiyun.console.outbox;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import org.junit.jupiter.api.Nested;

class OutboxTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Effects {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Effects {}
}
