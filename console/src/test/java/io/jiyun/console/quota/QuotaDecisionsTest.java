package io.jiyun.console.quota;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import org.junit.jupiter.api.Nested;

class QuotaDecisionsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends QuotaDecisions {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends QuotaDecisions {}
}
