package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.quota.internal.EndingGrants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EndingGrantsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Ending {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Ending {}

    /** A quota with a temporary grant beside its standing one. */
    abstract static class Ending extends ConsoleTests {
        @Autowired private EndingGrants ending;

        @BeforeEach
        void noNotices() {
            jdbc.sql("delete from notice").update();
        }

        @Test
        void nobodyIsToldWhileTheEndIsFar() {
            aTemporaryGrantWith(Duration.ofDays(31));

            ending.look();

            assertThat(told()).isEmpty();
        }

        @Test
        void theBureauAndTheAdministratorsAreToldOnce() {
            Instant end = aTemporaryGrantWith(Duration.ofDays(29));

            ending.look();
            ending.look();

            assertThat(told())
                    .containsExactlyInAnyOrder(
                            "cloud-admin", "cloud-reviewer", "health-clerk", "health-head");
            assertThat(jdbc.sql("select distinct arguments from notice").query(String.class).list())
                    .containsExactly(
                            "[\"health\",\"REQ-2026-000124\",\"%s\",\"29\"]"
                                    .formatted(WorkingDays.day(end)));
        }

        @Test
        void ofAGrantThatHasEndedNobodyIsTold() {
            aTemporaryGrantWith(Duration.ofDays(-1));

            ending.look();

            assertThat(told()).isEmpty();
        }

        private Instant aTemporaryGrantWith(Duration rest) {
            Instant end = time().instant().plus(rest);
            cluster().appliedByHand(Quotas.manifest("health", HEALTH, "10", end.toString()));
            return end;
        }

        private List<String> told() {
            return jdbc.sql("select username from notice where kind = :kind")
                    .param("kind", NoticeKind.GRANT_EXPIRING.name())
                    .query(String.class)
                    .list();
        }
    }
}
