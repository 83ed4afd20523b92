package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Holder;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Testbed;
import org.junit.jupiter.api.Test;

/** The status says why somebody does not get what he asks for, and who could help. */
@OnControlPlane
class ExplanationTest {

    @Test
    void ofARefusedReplicaSetNamesTheShortLevelAndWhoUsesTheQuota(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("full").granted("pods", "4").on("full-a", "full-b").apply();
        testbed.awaitReady("full");

        testbed.admin().resource(Pods.replicas(testbed.name("full-a"), "web", 6, "10m")).create();

        Explanation said = explained(testbed, "full", Level.BUREAU);
        assertThat(said.resource()).isEqualTo("pods");
        assertThat(said.holders())
                .containsExactly(
                        new Holder(
                                Holder.Kind.NAMESPACE, testbed.name("full-a"), new Quantity("4")));
        assertThat(said.approvers())
                .containsExactly(Approver.BUREAU_HEAD, Approver.CLOUD_ADMINISTRATOR);
        BureauQuota told = testbed.awaitCondition("full", "Constrained", "True");
        assertThat(Testbed.condition(told, "Constrained").getMessage()).contains("quota of");

        testbed.admin()
                .apps()
                .replicaSets()
                .inNamespace(testbed.name("full-a"))
                .withName("web")
                .delete();
        BureauQuota calm = testbed.awaitCondition("full", "Constrained", "False");
        assertThat(calm.getStatus().explanationsOrEmpty()).isEmpty();
    }

    @Test
    void ofAPoolThatIsGivenOutNamesTheBureauThatHoldsIt(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("rich").granted("requests.cpu", "80").apply();
        testbed.awaitReady("rich");

        testbed.bureau("late").granted("requests.cpu", "30").apply();

        Explanation said = explained(testbed, "late", Level.POOL);
        assertThat(said.code()).isEqualTo("ExceedsPool");
        assertThat(said.holders()).extracting(Holder::name).containsExactly(testbed.name("rich"));
        assertThat(said.approvers()).containsExactly(Approver.CLOUD_ADMINISTRATOR);

        BureauQuotaStatus before = testbed.bureauQuota("late").require().getStatus();
        testbed.stopOperator();
        testbed.startOperator();
        testbed.bureau("marker").code("11530000MB0X14").granted("pods", "1").on("marker").apply();
        testbed.awaitReady("marker");
        BureauQuotaStatus after = testbed.bureauQuota("late").require().getStatus();
        assertThat(after.explanationsOrEmpty()).isEqualTo(before.explanationsOrEmpty());
        assertThat(after.conditionsOrEmpty()).isEqualTo(before.conditionsOrEmpty());
    }

    private static Explanation explained(Testbed testbed, String plain, Level level) {
        BureauQuota told =
                testbed.await(
                        testbed.bureauQuota(plain),
                        quota ->
                                quota != null
                                        && quota.getStatus() != null
                                        && quota.getStatus().explanationsOrEmpty().stream()
                                                .anyMatch(it -> it.level() == level));
        return told.getStatus().explanationsOrEmpty().stream()
                .filter(it -> it.level() == level)
                .findFirst()
                .orElseThrow();
    }
}
