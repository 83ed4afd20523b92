package io.jiyun.operator.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.simulation.SimulatedClient;
import io.jiyun.operator.simulation.SimulatedCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExampleResourcesTest {
    private final SimulatedCloud cloud = SimulatedCloud.start(0);
    private final KubernetesClient client = SimulatedClient.of(cloud);

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void anEmptyClusterGetsTheExample() {
        ExampleResources.declareIfNone(Config.fromKubeconfig(cloud.kubeconfig()));

        assertThat(client.resources(MemberCloud.class).withName("provincial").get()).isNotNull();
        assertThat(
                        client.resources(BureauQuota.class)
                                .withName("health")
                                .get()
                                .getSpec()
                                .bureau()
                                .code())
                .isEqualTo("11530000MB0X01");
    }

    @Test
    void aClusterThatDeclaresACloudIsLeftAlone() {
        ExampleResources.declareIfNone(Config.fromKubeconfig(cloud.kubeconfig()));
        client.resources(BureauQuota.class).withName("health").delete();

        ExampleResources.declareIfNone(Config.fromKubeconfig(cloud.kubeconfig()));

        assertThat(client.resources(BureauQuota.class).list().getItems()).isEmpty();
    }
}
