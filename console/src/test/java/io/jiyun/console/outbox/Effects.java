package io.jiyun.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.outbox.internal.Dispatcher;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.quota.SyncState;
import io.jiyun.console.quota.internal.Resync;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a decision to its effect, whatever happens in between. */
abstract class Effects extends ConsoleTests {
    @Autowired private QuotaService quotas;
    @Autowired private Dispatcher dispatcher;
    @Autowired private Resync resync;
    @Autowired private Outbox outbox;

    @Test
    void aDecisionReachesTheClusterAndIsFollowedUntilItIsInForce() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        assertThat(state()).isEqualTo(SyncState.PENDING);

        dispatcher.workOff();
        assertThat(cores()).isEqualTo("10");
        assertThat(state()).as("the operator has not answered").isEqualTo(SyncState.PENDING);

        Map<String, Quantity> ten = Map.of("requests.cpu", Quantity.parse("10"));
        cluster().reportsUse("health", ten, Map.of("requests.cpu", Quantity.parse("9500m")));
        assertThat(state()).isEqualTo(SyncState.SYNCED);
        assertThat(quotas.detail("health").row().pressurePercent()).isEqualTo(95);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void whileTheClusterIsAwayEffectsWaitAndAreDoneWhenItReturns() {
        cluster().goesAway();
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        quotas.submit("health", Quotas.health("20"), Quotas.because("扩容"));
        dispatcher.workOff();
        assertThat(cluster().applies()).isZero();
        assertThat(outbox.waiting()).isEqualTo(1);

        cluster().returns();
        dispatcher.workOff();

        assertThat(cores()).isEqualTo("20");
        assertThat(cluster().applies()).as("two decisions, one effect").isEqualTo(1);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void aCrashBetweenTheEffectAndItsRecordRepeatsTheEffectAndNothingElse() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        cluster()
                .afterNextApply(() -> {
                    throw new IllegalStateException("killed");
                });
        assertThatThrownBy(dispatcher::workOff).hasMessage("killed");
        assertThat(outbox.waiting()).isEqualTo(1);

        dispatcher.workOff();

        assertThat(cores()).isEqualTo("10");
        assertThat(outbox.waiting()).isZero();
        assertThat(quotas.history("health")).hasSize(1);
    }

    @Test
    void aSpecTheServerWillNeverTakeFailsWithItsSentenceInsteadOfBeingTriedForEver() {
        cluster().refuses("spec.bureau.code: Invalid value");
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));

        dispatcher.workOff();
        dispatcher.workOff();
        resync.compare();
        dispatcher.workOff();

        assertThat(cluster().applies()).isEqualTo(1);
        assertThat(state()).isEqualTo(SyncState.FAILED);
        assertThat(quotas.detail("health").failure()).isEqualTo("spec.bureau.code: Invalid value");

        cluster().refuses(null);
        quotas.submit("health", Quotas.health("12"), Quotas.because("更正"));
        dispatcher.workOff();
        assertThat(cores()).isEqualTo("12");
        assertThat(quotas.detail("health").failure()).isNull();
    }

    @Test
    void aQuotaTheClusterLostIsAppliedAgain() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        dispatcher.workOff();
        cluster().loses("health");

        resync.compare();
        dispatcher.workOff();

        assertThat(cores()).isEqualTo("10");
    }

    @Test
    void aQuotaChangedByHandIsBroughtBackOnceTheConsoleDecidedOnIt() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        dispatcher.workOff();
        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "90"));
        resync.compare();
        dispatcher.workOff();
        assertThat(cores()).isEqualTo("10");

        int applies = cluster().applies();
        resync.compare();
        dispatcher.workOff();
        assertThat(cluster().applies()).as("nothing differs any more").isEqualTo(applies);
    }

    @Test
    void aQuotaAppliedByHandIsTakenInFollowedAndForgottenWithItsResource() {
        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "10"));
        assertThat(quotas.detail("health").owned()).isFalse();
        assertThat(rows("bureau")).isEqualTo(1);

        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "30"));
        resync.compare();
        assertThat(quotas.detail("health").row().version()).isEqualTo(2);
        assertThat(quotas.detail("health").row().quota().print())
                .containsEntry("requests.cpu", "31");

        cluster().loses("health");
        assertThat(quotas.count(QuotaFilter.ALL)).isZero();
    }

    private SyncState state() {
        return quotas.detail("health").row().state();
    }

    private String cores() {
        BureauQuota live = cluster().quota("health").orElseThrow();
        return String.valueOf(
                live.getSpec().grantsOrEmpty().getFirst().resources().get("requests.cpu"));
    }
}
