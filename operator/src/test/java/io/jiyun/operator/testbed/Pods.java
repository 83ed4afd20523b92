package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** Pods as tenants make them. */
public final class Pods {

    public static Pod of(String namespace, String cpu, String memory) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withGenerateName("tenant-")
                .endMetadata()
                .withSpec(spec(cpu, memory))
                .build();
    }

    /** Changes what a pod asks for in place, through its subresource resize. */
    public static Pod resized(KubernetesClient client, Pod pod, Quantity cpu) {
        Pod wanted =
                new PodBuilder(pod)
                        .editSpec()
                        .editFirstContainer()
                        .editResources()
                        .addToRequests("cpu", cpu)
                        .endResources()
                        .endContainer()
                        .endSpec()
                        .build();
        wanted.getMetadata().setResourceVersion(null);
        String path =
                "/api/v1/namespaces/%s/pods/%s/resize"
                        .formatted(pod.getMetadata().getNamespace(), pod.getMetadata().getName());
        return client.getKubernetesSerialization()
                .unmarshal(client.raw(path, "PUT", wanted), Pod.class);
    }

    public static ReplicaSet replicas(String namespace, String name, int count, String cpu) {
        Map<String, String> labels = Map.of("app", name);
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(count)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withSpec(spec(cpu, "64Mi"))
                .endTemplate()
                .endSpec()
                .build();
    }

    private static PodSpec spec(String cpu, String memory) {
        return new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withTerminationGracePeriodSeconds(0L)
                .addNewContainer()
                .withName("main")
                .withImage("registry.invalid/none")
                .withNewResources()
                .addToRequests("cpu", Quantity.parse(cpu))
                .addToRequests("memory", Quantity.parse(memory))
                .endResources()
                .endContainer()
                .build();
    }

    private Pods() {}
}
