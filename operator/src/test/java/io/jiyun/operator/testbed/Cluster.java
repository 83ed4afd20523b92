package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Where an operator is tested: the real control plane, or the simulated cloud. */
sealed interface Cluster extends AutoCloseable permits ControlPlane, SimulatedCluster {
    /** A client that may do everything. */
    KubernetesClient admin();

    Config operatorConfig();

    @Override
    void close();
}
