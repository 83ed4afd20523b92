package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@OnControlPlane(own = true)
class IdleTest {

    /**
     * A restart makes the operator look at everything anew: the hardest case of doing nothing. All
     * it writes is its epoch, once into each status.
     */
    @Test
    void writesNothingWhenNothingChangedNotEvenAfterARestart(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("calm")
                .granted("pods", "7")
                .forGroup("people")
                .on("calm-a", "calm-b")
                .apply();
        testbed.awaitReady("calm");
        testbed.await(
                testbed.admin()
                        .rbac()
                        .roleBindings()
                        .inNamespace(testbed.name("calm-b"))
                        .withName("jiyun-access-edit"),
                Objects::nonNull);
        String before = versions(testbed);

        testbed.stopOperator();
        testbed.startOperator();
        testbed.bureau("marker").granted("pods", "1").on("marker-only").apply();
        testbed.awaitReady("marker");

        assertThat(versions(testbed)).isEqualTo(before);
    }

    private static String versions(Testbed testbed) {
        BureauQuota quota = Objects.requireNonNull(testbed.bureauQuota("calm").get());
        ResourceQuota slice = Objects.requireNonNull(testbed.quota("calm-a").get());
        Namespace namespace = Objects.requireNonNull(testbed.namespace("calm-a").get());
        return quota.getMetadata().getGeneration()
                + "/"
                + quota.getStatus().namespacesOrEmpty()
                + "/"
                + quota.getStatus().poolsOrEmpty()
                + "/"
                + slice.getMetadata().getResourceVersion()
                + "/"
                + namespace.getMetadata().getResourceVersion();
    }
}
