package io.jiyun.operator.bureauquota;

import static io.jiyun.operator.bureauquota.StoredStatuses.assertConflict;
import static io.jiyun.operator.bureauquota.StoredStatuses.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
@SuppressWarnings("NullAway.Init") // filled before each test
class ReportsTest {
    private Reports reports;
    private BureauQuota created;

    @BeforeEach
    void aQuotaThatNoOperatorHasSeen(Testbed testbed) {
        testbed.stopOperator();
        reports = new Reports(testbed.admin());
        created =
                testbed.admin()
                        .resource(
                                testbed.bureau("reported")
                                        .granted("pods", "10")
                                        .on("a", "b")
                                        .build())
                        .create();
    }

    @AfterEach
    void itGoes(Testbed testbed) {
        testbed.admin().resource(created).delete();
    }

    @Test
    void whatIsReportedIsToldWhateverChanged(Testbed testbed) {
        BureauQuota stands = created;
        for (BureauQuotaStatus status :
                List.of(
                        status(1, "4", "3"),
                        status(1, "4", "5"),
                        status(2, "6"),
                        status(3, "2", "2", "2"),
                        status(3),
                        status(3, "1"))) {
            stands = reports.store(stands, status);
            BureauQuota stored = testbed.admin().resource(created).get();
            assertThat(stored.getStatus()).isEqualTo(status).isEqualTo(stands.getStatus());
            assertThat(stored.getSpec()).isEqualTo(created.getSpec());
        }
    }

    @Test
    void anOlderReportReplacesNoNewerOne(Testbed testbed) {
        BureauQuota first = reports.store(created, status(1, "4", "3"));
        BureauQuota second = reports.store(first, status(1, "5", "3"));
        for (BureauQuota older : List.of(created, first)) {
            assertConflict(() -> reports.store(older, status(9, "9", "9")));
        }
        assertThat(testbed.admin().resource(created).get()).isEqualTo(second);
    }
}
