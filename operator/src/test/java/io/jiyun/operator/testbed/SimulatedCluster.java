package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.operator.simulation.SimulatedClient;
import io.jiyun.operator.simulation.SimulatedCloud;

/** The simulated cloud in the place of a control plane. */
record SimulatedCluster(SimulatedCloud cloud, KubernetesClient admin) implements Cluster {

    static SimulatedCluster start() {
        SimulatedCloud cloud = SimulatedCloud.start(0);
        return new SimulatedCluster(cloud, SimulatedClient.of(cloud));
    }

    @Override
    public Config operatorConfig() {
        return Config.fromKubeconfig(cloud.kubeconfig());
    }

    @Override
    public void close() {
        admin.close();
        cloud.close();
    }
}
