package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class ControllerManagerStoppedTest {

    /** Without the controller manager nothing copies spec.hard to status.hard. */
    @Test
    void noQuotaIsReportedEnforcedAndNobodyGetsAccessUntilItRunsAgain(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.plane().kill("manager");
        testbed.bureau("waiting")
                .granted("pods", "5")
                .forGroup("developers")
                .on("waiting-only")
                .apply();

        BureauQuota waiting = testbed.awaitCondition("waiting", "Synced", "False");
        testbed.await(testbed.quota("waiting-only"), Objects::nonNull);
        assertThat(Testbed.condition(waiting, "Ready").getStatus()).isEqualTo("False");
        assertThat(
                        testbed.admin()
                                .rbac()
                                .roleBindings()
                                .inNamespace(testbed.name("waiting-only"))
                                .withName(JiyunApi.ACCESS_PREFIX + "edit")
                                .get())
                .isNull();

        testbed.plane().revive("manager");
        testbed.awaitReady("waiting");
    }
}
