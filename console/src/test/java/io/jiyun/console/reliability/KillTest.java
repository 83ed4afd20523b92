package io.jiyun.console.reliability;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import org.junit.jupiter.api.Nested;

/**
 * The property {@code jiyun.kills} says how many random runs are made per database. A failure is
 * repeated with the {@code jiyun.seed} in the name of the run.
 */
class KillTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Kills {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Kills {}
}
