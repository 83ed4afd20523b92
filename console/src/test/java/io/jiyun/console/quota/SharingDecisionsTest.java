package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.outbox.internal.Dispatcher;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SharingDecisionsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends SharingDecisions {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends SharingDecisions {}

    /** How far a bureau borrows and lends, decided by people. */
    abstract static class SharingDecisions extends ConsoleTests {
        private static final SharingDraft AGREED = sharing("gov-x86", "4", "2", 900L);

        @Autowired private QuotaService quotas;
        @Autowired private Dispatcher dispatcher;

        @Test
        void whatIsDecidedReachesTheClusterAndTheAuditTrail() {
            accepted(quotas.create("health", Quotas.health("10"), Quotas.because("首次分配")));
            accepted(submit(Quotas.health("10").withSharing(List.of(AGREED))));
            dispatcher.workOff();

            assertThat(quotas.detail("health").draft().sharing()).containsExactly(AGREED);
            assertThat(sharedInTheCluster())
                    .singleElement()
                    .satisfies(shared -> {
                        assertThat(shared.borrowingLimit())
                                .containsEntry("requests.cpu", new Quantity("4"));
                        assertThat(shared.recallGraceSeconds()).isEqualTo(900);
                    });
            assertThat(quotas.history("health").getFirst())
                    .satisfies(change -> {
                        assertThat(change.before())
                                .isEqualTo(Quotas.health("10").withSharing(List.of()));
                        assertThat(change.after().sharing()).containsExactly(AGREED);
                    });
            assertThat(
                            jdbc.sql("select count(*) from audit_entry where after_state like :it")
                                    .param("it", "%lendingLimit%")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(1);
        }

        @Test
        void whatWasDeclaredByHandStaysWhenSomethingElseIsEdited() {
            cluster().appliedByHand(Quotas.sharing("health", HEALTH, "10", "4", "2"));

            accepted(submit(quotas.detail("health").draft().withPools(pools("12"))));
            accepted(submit(Quotas.health("14")));
            dispatcher.workOff();

            assertThat(sharedInTheCluster())
                    .containsExactly(
                            new Sharing("provincial", "gov-x86", cores("4"), cores("2"), null));
        }

        @Test
        void anEndOfSharingIsWrittenDownSoThatWhoDeclaredItByHandDoesNotKeepIt() {
            cluster().appliedByHand(Quotas.sharing("health", HEALTH, "10", "4", "2"));

            accepted(submit(quotas.detail("health").draft().withSharing(List.of())));
            dispatcher.workOff();

            assertThat(sharedInTheCluster()).isNotNull().isEmpty();
        }

        @Test
        void aPreviewShowsWhatIsSharedBeforeAndAfter() {
            cluster().appliedByHand(Quotas.sharing("health", HEALTH, "10", "4", "2"));
            SharingDraft more = sharing("gov-x86", "6", "2", null);

            QuotaPreview preview =
                    quotas.preview(
                            "health", quotas.detail("health").draft().withSharing(List.of(more)));

            assertThat(preview.acceptable()).isTrue();
            assertThat(preview.sharing())
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.before()).isEqualTo(sharing("gov-x86", "4", "2", null));
                        assertThat(change.after()).isEqualTo(more);
                    });
        }

        @Test
        void everyMistakeIsSaidAtItsFieldWithWhatToDo() {
            cluster().hasPools("100", "gov-x86", "gov-arm");
            accepted(quotas.create("health", Quotas.health("10"), Quotas.because("首次分配")));

            Decision decision =
                    submit(
                            Quotas.health("10")
                                    .withSharing(
                                            List.of(
                                                    new SharingDraft(
                                                            "provincial",
                                                            "gov-x86",
                                                            Map.of(
                                                                    "requests.cpu", "-1",
                                                                    "requests.cqu", "1"),
                                                            Map.of("requests.cpu", "11"),
                                                            -1L),
                                                    sharing("gov-arm", "1", "1", null),
                                                    sharing("gov-x86", "1", "4 核", null))));

            assertThat(refused(decision))
                    .extracting(each -> each.field() + " " + each.reason())
                    .containsExactlyInAnyOrder(
                            "sharing[0].borrowingLimit.requests.cpu NegativeQuantity",
                            "sharing[0].borrowingLimit.requests.cqu SharingWithoutQuota",
                            "sharing[0].lendingLimit.requests.cpu LendsMoreThanQuota",
                            "sharing[0].recallGraceSeconds InvalidRecallGrace",
                            "sharing[1].pool SharingWithoutQuota",
                            "sharing[2] SharedTwice",
                            "sharing[2].lendingLimit.requests.cpu MalformedQuantity");
            assertThat(refused(decision))
                    .allSatisfy(each -> assertThat(each.zh()).containsAnyOf("请", "为负数"));
            assertThat(quotas.history("health")).hasSize(1);
        }

        @Test
        void whatWasAgreedBeforeTheQuotaWasLoweredIsOnlyRemindedOf() {
            cluster().appliedByHand(Quotas.sharing("health", HEALTH, "10", "4", "9"));

            QuotaPreview preview =
                    quotas.preview("health", quotas.detail("health").draft().withPools(pools("5")));

            assertThat(preview.acceptable()).isTrue();
            assertThat(preview.warnings())
                    .extracting(SpecViolation::reason)
                    .contains("LendsMoreThanQuota");
        }

        private Decision submit(QuotaDraft draft) {
            return quotas.submit("health", draft, Quotas.because("约定借用"));
        }

        private @Nullable List<Sharing> sharedInTheCluster() {
            return cluster().quota("health").map(BureauQuota::getSpec).orElseThrow().sharing();
        }

        private static void accepted(Decision decision) {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
        }

        private static List<SpecViolation> refused(Decision decision) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            return ((Decision.Refused) decision).violations();
        }

        private static SharingDraft sharing(
                String pool, String borrows, String lends, @Nullable Long grace) {
            return new SharingDraft(
                    "provincial",
                    pool,
                    Map.of("requests.cpu", borrows),
                    Map.of("requests.cpu", lends),
                    grace);
        }

        private static Map<String, Quantity> cores(String cores) {
            return Map.of("requests.cpu", new Quantity(cores));
        }

        private static List<PoolDraft> pools(String cores) {
            return List.of(new PoolDraft("provincial", "gov-x86", Map.of("requests.cpu", cores)));
        }
    }
}
