package io.jiyun.operator.simulation;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What the tests of the simulation have in common: a client, and the objects they start from. */
public final class SimulatedClient {
    private SimulatedClient() {}

    public static KubernetesClient of(SimulatedCloud cloud) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cloud.kubeconfig()))
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }

    public static void createNamespace(KubernetesClient client, String name) {
        Namespace namespace =
                new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
        client.resource(namespace).create();
    }

    /** Creates the quota and waits until it is confirmed. */
    public static ResourceQuota createQuota(
            KubernetesClient client, String namespace, Map<String, String> hard) {
        ResourceQuota quota =
                new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("jiyun-quota")
                        .endMetadata()
                        .withNewSpec()
                        .withHard(quantities(hard))
                        .endSpec()
                        .build();
        client.resource(quota).create();
        return client.resource(quota)
                .waitUntilCondition(
                        found ->
                                found != null
                                        && found.getStatus() != null
                                        && !found.getStatus().getHard().isEmpty(),
                        10,
                        TimeUnit.SECONDS);
    }

    public static Pod pod(String namespace, String name, Map<String, String> requests) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withContainers(
                        new ContainerBuilder()
                                .withName("main")
                                .withImage("registry.invalid/nothing")
                                .withNewResources()
                                .withRequests(quantities(requests))
                                .endResources()
                                .build())
                .endSpec()
                .build();
    }

    private static Map<String, Quantity> quantities(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, text -> new Quantity(text.getValue())));
    }
}
