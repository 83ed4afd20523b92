package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.jiyun.operator.testbed.Insisting;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.SumWatch;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnControlPlane
class HeadroomMovesTest {
    @Test
    void toTheNamespaceWherePodsAskForItAndNeverAddsUpToMore(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("elastic").granted("pods", "10").on("busy", "calm").apply();
        testbed.awaitReady("elastic");
        Resources ten = Resources.of(Map.of(ResourceName.PODS, new Count(10)));
        Set<String> both = Set.of(testbed.name("busy"), testbed.name("calm"));

        try (SumWatch watch = new SumWatch(testbed.admin(), both, ten)) {
            RollableScalableResource<ReplicaSet> wanted =
                    testbed.admin()
                            .apps()
                            .replicaSets()
                            .resource(Pods.replicas(testbed.name("busy"), "busy", 9, "10m"));
            wanted.create();

            try (Insisting _ = new Insisting(wanted)) {
                testbed.await(
                        wanted,
                        replicas -> replicas != null && replicas.getStatus().getReplicas() == 9);
            }
            assertThat(watch.excesses()).isEmpty();
        }
    }
}
