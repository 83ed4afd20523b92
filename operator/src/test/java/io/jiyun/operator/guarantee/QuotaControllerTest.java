package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class QuotaControllerTest {

    /** Nothing is pending when it dies, so only asking finds it out. */
    @Test
    void thatIsDeadIsFoundToldAndNotTakenForAliveBeforeItConfirms(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("calm").granted("pods", "5").on("calm-only").apply();
        testbed.awaitReady("calm");
        testbed.awaitCloudCondition("cloud", "QuotaControllerAlive", "True");

        testbed.plane().kill("manager");
        Condition dead = testbed.awaitCloudCondition("cloud", "QuotaControllerAlive", "False");
        assertThat(dead.getMessage()).contains("confirmed no change since", "nothing grows");
        assertThat(testbed.memberCloud("cloud").require().getStatus().violations())
                .singleElement()
                .satisfies(said ->
                        assertThat(said.zh())
                                .contains("配额控制器")
                                .contains("kube-controller-manager"));
        BureauQuota told = testbed.awaitCondition("calm", "Constrained", "True");
        assertThat(told.getStatus().explanationsOrEmpty())
                .singleElement()
                .satisfies(said -> assertThat(said.level()).isEqualTo(Level.QUOTA_CONTROLLER));

        testbed.plane().revive("manager");
        testbed.awaitCloudCondition("cloud", "QuotaControllerAlive", "True");
        testbed.awaitCondition("calm", "Constrained", "False");
    }
}
