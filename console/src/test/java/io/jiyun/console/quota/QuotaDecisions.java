package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What deciding on a quota does and refuses. */
abstract class QuotaDecisions extends ConsoleTests {
    @Autowired private QuotaService quotas;

    @Test
    void aDecisionIsStoredWithItsHistoryItsAuditEntryAndItsEffect() {
        Decision decision = quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> {
                            assertThat(accepted.changeId()).matches("ADJ-\\d{4}-\\d{6}");
                            assertThat(accepted.version()).isEqualTo(1);
                        });
        assertThat(quotas.detail("health").row().state()).isEqualTo(SyncState.PENDING);
        assertThat(quotas.history("health"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.reason()).isEqualTo("首次分配");
                    assertThat(change.actor()).isEqualTo("cloud_admin");
                    assertThat(change.before()).isNull();
                });
        assertThat(rows("outbox")).isEqualTo(1);
        assertThat(rows("audit_entry")).isEqualTo(1);
        assertThat(rows("bureau")).isEqualTo(1);
    }

    @Test
    void aRefusalChangesNothingAtAll() {
        refused(quotas.create("health", Quotas.health("101"), Quotas.because("超出")));

        assertThat(rows("quota")).isZero();
        assertThat(rows("quota_change")).isZero();
        assertThat(rows("outbox")).isZero();
        assertThat(rows("audit_entry")).isZero();
        assertThat(rows("bureau")).isZero();
    }

    @Test
    void aChangeOnAVersionThatIsNoLongerThereIsStale() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        quotas.submit("health", Quotas.health("20"), new Submission("扩容", 1L, null));

        assertThat(quotas.submit("health", Quotas.health("30"), new Submission("再扩", 1L, null)))
                .isEqualTo(new Decision.Stale(2));
        assertThat(quotas.history("health")).hasSize(2);
    }

    @Test
    void theSameKeyWithTheSameContentIsDoneOnce() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        Submission submission = new Submission("扩容", 1L, "key-1");

        Decision first = quotas.submit("health", Quotas.health("20"), submission);
        Decision second = quotas.submit("health", Quotas.health("20"), submission);

        assertThat(first).isInstanceOf(Decision.Accepted.class).isEqualTo(second);
        assertThat(quotas.history("health")).hasSize(2);
        assertThat(reasons(quotas.submit("health", Quotas.health("30"), submission)))
                .containsExactly("IdempotencyKeyReused");
    }

    @Test
    void editingLeavesTemporaryGrantsAlone() {
        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "10"));
        QuotaDraft draft = quotas.detail("health").draft();

        quotas.submit(
                "health",
                draft.withPools(
                        List.of(
                                new PoolDraft(
                                        "provincial", "gov-x86", Map.of("requests.cpu", "20")))),
                Quotas.because("扩容"));

        assertThat(quotas.detail("health").grants())
                .extracting(grant -> grant.requestId() + " " + grant.resources().print())
                .satisfiesExactly(
                        standing ->
                                assertThat(standing)
                                        .startsWith("ADJ-")
                                        .endsWith("{requests.cpu=20}"),
                        temporary ->
                                assertThat(temporary)
                                        .isEqualTo("REQ-2026-000124 {requests.cpu=1}"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        QuotaDraft draft =
                new QuotaDraft(
                        "short",
                        "",
                        null,
                        List.of(
                                new PoolDraft("provincial", "gov-x86", Map.of("requests.cpu", "x")),
                                new PoolDraft("provincial", "gov-arm", Map.of("pods", "-1"))),
                        List.of(
                                new NamespaceDraft("kube-system", "provincial", "gov-x86"),
                                new NamespaceDraft("a", "nowhere", "gov-x86")));

        assertThat(reasons(quotas.create("Not A Name", draft, Quotas.because(""))))
                .contains(
                        "ReasonMissing",
                        "InvalidQuotaName",
                        "InvalidBureauCode",
                        "InvalidBureauName",
                        "MalformedQuantity",
                        "NegativeQuantity",
                        "ReservedNamespace",
                        "UnknownCloud");
    }

    @Test
    void violationsNameTheFieldThePersonTyped() {
        QuotaDraft draft =
                Quotas.health("10")
                        .withPools(
                                List.of(
                                        new PoolDraft(
                                                "provincial",
                                                "gov-x86",
                                                Map.of("requests.cpu", "1")),
                                        new PoolDraft(
                                                "provincial", "gov-arm", Map.of("pods", "1"))));

        assertThat(refused(quotas.create("health", draft, Quotas.because("分配"))))
                .extracting(SpecViolation::field)
                .containsExactly("pools[1].pool");
    }

    @Test
    void aNamespaceOfAnotherBureauIsRefused() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        QuotaDraft thief = Quotas.draft(EDUCATION, "health-prod", Map.of("requests.cpu", "1"));

        assertThat(reasons(quotas.create("education", thief, Quotas.because("分配"))))
                .containsExactly("NamespaceOfAnotherBureau");
    }

    @Test
    void theCodeOfABureauCannotBeChanged() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        QuotaDraft other = Quotas.draft(EDUCATION, "health-prod", Map.of("requests.cpu", "10"));

        assertThat(reasons(quotas.submit("health", other, Quotas.because("改代码"))))
                .containsExactly("BureauCodeFixed");
    }

    @Test
    void aQuotaBelowItsUseIsAllowedButSaid() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        var ten = Map.of("requests.cpu", io.fabric8.kubernetes.api.model.Quantity.parse("10"));
        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "10"));
        cluster().reportsUse("health", ten, ten);

        QuotaPreview preview = quotas.preview("health", Quotas.health("5"));

        assertThat(preview.acceptable()).isTrue();
        assertThat(preview.warnings()).extracting(SpecViolation::reason).contains("BelowUse");
        assertThat(preview.affectedNamespaces()).containsExactly("provincial/health-prod");
    }

    @Test
    void whatIsDecidedHoldsItsShareOfThePoolBeforeItTookEffect() {
        cluster().goesAway();
        quotas.create("health", Quotas.health("80"), Quotas.because("首次分配"));

        assertThat(
                        reasons(
                                quotas.create(
                                        "education", Quotas.education("30"), Quotas.because("分配"))))
                .containsExactly("ExceedsPool");
    }

    private static List<String> reasons(Decision decision) {
        return refused(decision).stream().map(SpecViolation::reason).toList();
    }

    private static List<SpecViolation> refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).violations();
    }
}
