package io.jiyun.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import io.jiyun.console.audit.AuditVerdict.Broken;
import io.jiyun.console.audit.AuditVerdict.Damage;
import io.jiyun.console.audit.AuditVerdict.Intact;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import java.io.StringWriter;
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
            assertThat(audit.verify())
                    .isInstanceOfSatisfying(
                            Intact.class, verdict -> assertThat(verdict.entries()).isEqualTo(3));
        }

        @Test
        void anEntryThatWasEditedIsNamed() {
            jdbc.sql("update audit_entry set actor = 'somebody' where sequence = 2").update();

            assertThat(audit.verify()).isEqualTo(new Broken(2, Damage.ALTERED));
        }

        @Test
        void anEntryThatWasRemovedIsNamedAlsoAtTheEnd() {
            jdbc.sql("delete from audit_entry where sequence = 3").update();

            assertThat(audit.verify()).isEqualTo(new Broken(3, Damage.REMOVED));
        }

        @Test
        void anEntryThatWasRemovedIsNamedThoughTheOthersMovedUp() {
            jdbc.sql("delete from audit_entry where sequence = 2").update();
            jdbc.sql("update audit_entry set sequence = 2 where sequence = 3").update();

            assertThat(audit.verify()).isEqualTo(new Broken(2, Damage.REMOVED));
        }

        @Test
        void entriesThatChangedPlacesAreNamed() {
            place(1, 99);
            place(2, 1);
            place(99, 2);

            assertThat(audit.verify()).isEqualTo(new Broken(1, Damage.REORDERED));
        }

        @Test
        void anEntryThatWasInsertedIsNamed() {
            place(3, 4);
            place(2, 3);
            jdbc.sql(
                            "insert into audit_entry (sequence, at, actor, role, origin, action,"
                                    + " subject, request_id, format, digest, previous_hash, hash)"
                                    + " select 2, at, actor, role, origin, action, 'quota/forged',"
                                    + " request_id, format, digest, hash, hash from audit_entry"
                                    + " where sequence = 1")
                    .update();

            assertThat(audit.verify()).isEqualTo(new Broken(2, Damage.INSERTED));
        }

        @Test
        void theExportHoldsEveryEntryAndNoFormula() {
            jdbc.sql("update audit_entry set subject = '=1+1' where sequence = 2").update();
            StringWriter out = new StringWriter();

            audit.export(AuditFilter.ALL, () -> out);

            assertThat(out.toString().lines()).hasSize(4);
            assertThat(out.toString()).contains(",'=1+1,").startsWith("\uFEFFsequence,");
        }

        private void place(long from, long to) {
            jdbc.sql("update audit_entry set sequence = :to where sequence = :from")
                    .param("to", to)
                    .param("from", from)
                    .update();
        }
    }
}
