package io.jiyun.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditTrailTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Trail {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Trail {}

    /** A trail of three decisions. */
    abstract static class Trail extends ConsoleTests {
        @Autowired private QuotaService quotas;
        @Autowired private AuditService audit;

        @BeforeEach
        void threeDecisions() {
            quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
            quotas.submit("health", Quotas.health("20"), Quotas.because("扩容"));
            quotas.submit("health", Quotas.health("5"), Quotas.because("缩容"));
            signIn(Role.AUDITOR, null);
        }

        @Test
        void everyDecisionSaysWhoDidWhatBeforeAndAfter() {
            assertThat(audit.page(AuditFilter.ALL, 0, 10))
                    .extracting(AuditEntry::sequence)
                    .containsExactly(3L, 2L, 1L);
            assertThat(audit.page(AuditFilter.ALL, 0, 1))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.actor()).isEqualTo("cloud_admin");
                        assertThat(entry.action()).isEqualTo("quota.change");
                        assertThat(entry.before()).contains("\"20\"");
                        assertThat(entry.after()).contains("\"5\"");
                    });
        }

        @Test
        void anUntouchedTrailIsIntact() {
            assertThat(audit.verify()).isEqualTo(new AuditVerdict.Intact(3));
        }

        @Test
        void anEntryThatWasEditedIsFound() {
            jdbc.sql("update audit_entry set actor = 'somebody' where sequence = 2").update();

            assertThat(audit.verify()).isEqualTo(new AuditVerdict.Broken(2));
        }

        @Test
        void anEntryThatWasRemovedIsFoundAlsoAtTheEnd() {
            jdbc.sql("delete from audit_entry where sequence = 3").update();

            assertThat(audit.verify()).isEqualTo(new AuditVerdict.Broken(3));
        }
    }
}
