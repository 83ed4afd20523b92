package io.jiyun.operator.bureauquota;

import static io.jiyun.operator.bureauquota.StoredStatuses.assertConflict;
import static io.jiyun.operator.bureauquota.StoredStatuses.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
@SuppressWarnings("NullAway.Init") // filled before each test
class LedgerTest {
    private Ledger ledger;
    private BureauQuota declared;

    @BeforeEach
    void aQuotaThatNoOperatorHasSeen(Testbed testbed) {
        testbed.stopOperator();
        ledger = new Ledger(testbed.admin());
        declared =
                testbed.admin()
                        .resource(
                                testbed.bureau("ledger").granted("pods", "10").on("a", "b").build())
                        .create();
    }

    @AfterEach
    void itGoes(Testbed testbed) {
        ledger.close(ledger.reread(declared));
        testbed.admin().resource(declared).delete();
    }

    @Test
    void whatIsRecordedIsWhatWasDecidedWhateverChanged(Testbed testbed) {
        BureauQuota stands = ledger.opened(declared, 1);
        for (BureauQuotaStatus decided :
                List.of(
                        status(1, "4", "3"),
                        status(1, "4", "5"),
                        status(2, "6"),
                        status(3, "2", "2", "2"),
                        status(3),
                        status(3, "1"))) {
            stands = ledger.store(stands, decided);
            BureauQuota read = new Ledger(testbed.admin()).reread(declared);
            assertThat(read.getStatus()).isEqualTo(stands.getStatus());
            assertThat(read.getStatus().namespaces()).isEqualTo(decided.namespaces());
            assertThat(read.getStatus().epoch()).isEqualTo(decided.epoch());
            assertThat(read.getSpec()).isEqualTo(declared.getSpec());
        }
    }

    @Test
    void whoDecidedOnAnOlderVersionIsRefusedAndNothingOfHisIsStored() {
        BureauQuota opened = ledger.opened(declared, 1);
        BureauQuota first = ledger.store(opened, status(1, "4", "3"));
        BureauQuota second = ledger.store(first, status(1, "5", "3"));
        for (BureauQuota older : List.of(opened, first)) {
            assertConflict(() -> ledger.store(older, status(9, "9", "9")));
        }
        assertThat(ledger.reread(declared).getStatus()).isEqualTo(second.getStatus());
    }

    @Test
    void whoKnowsAnOlderVersionIsToldSoBeforeAnythingRestsOnIt(Testbed testbed) {
        BureauQuota stands = ledger.opened(declared, 1);
        Ledger another = new Ledger(testbed.admin());
        another.store(another.opened(declared, 1), status(2, "5"));

        assertConflict(() -> ledger.confirm(stands));

        assertThat(Ledger.epoch(ledger.recorded(declared))).isEqualTo(2);
        ledger.confirm(ledger.recorded(declared));
    }

    @Test
    void aLedgerThatIsDeletedByHandStaysInForceUntilItsBureauLeaves(Testbed testbed) {
        var _ = ledger.store(ledger.opened(declared, 1), status(1, "4"));
        testbed.admin()
                .resources(QuotaLedger.class)
                .withName("ledger-" + declared.getMetadata().getUid())
                .delete();

        BureauQuota stands = ledger.store(ledger.reread(declared), status(1, "7"));
        assertThat(ledger.reread(declared).getStatus().namespaces())
                .isEqualTo(status(1, "7").namespaces());

        ledger.close(stands);
        assertThat(ledger.reread(declared).getStatus()).isNull();
    }

    @Test
    void nothingIsRecordedOfABureauThatHasLeft() {
        BureauQuota stands = ledger.store(ledger.opened(declared, 1), status(1, "4"));
        ledger.close(stands);
        assertConflict(() -> ledger.store(stands, status(1, "9")));
    }

    @Test
    void whoStoodInAnOlderVersionCannotCloseIt() {
        BureauQuota opened = ledger.opened(declared, 1);
        BureauQuota stands = ledger.store(opened, status(1, "4"));
        assertConflict(() -> ledger.close(opened));
        assertThat(ledger.reread(declared).getStatus()).isEqualTo(stands.getStatus());
    }

    /** As before ledgers were objects of their own. */
    @Test
    void whatAStatusRecordsOfABureauWithoutALedgerIsTakenOver(Testbed testbed) {
        var _ = new Reports(testbed.admin()).store(declared, status(3, "4", "3"));

        Stocktake stock = new Stocktake(testbed.admin());
        stock.listLedgers();
        stock.listQuotas();
        stock.stamp(4);

        BureauQuotaStatus recorded =
                Objects.requireNonNull(
                        stock.found().ledgers().get(declared.getMetadata().getUid()));
        assertThat(recorded.namespaces()).isEqualTo(status(3, "4", "3").namespaces());
        assertThat(recorded.epoch()).isEqualTo(4);
    }

    /** As where somebody took away the finalizer of its bureau. */
    @Test
    void aLedgerThatBelongsToNobodyIsRemovedByWhoeverBeginsToLead(Testbed testbed) {
        var _ = ledger.store(ledger.opened(declared, 1), status(1, "4"));
        BureauQuota gone = Serialization.clone(declared);
        gone.getMetadata().setUid("of-a-bureau-that-is-gone");
        var _ = ledger.opened(gone, 1);

        Stocktake stock = new Stocktake(testbed.admin());
        stock.listLedgers();
        stock.listQuotas();
        stock.stamp(2);

        assertThat(ledger.reread(gone).getStatus()).isNull();
        assertThat(ledger.reread(declared).getStatus()).isNotNull();
        assertThat(stock.found().ledgers())
                .containsKey(declared.getMetadata().getUid())
                .doesNotContainKey(gone.getMetadata().getUid());
    }
}
