package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.operator.testbed.AdmittedSums;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One bureau whose quota gives each of its namespaces half a core, if it were spread evenly. */
record ElasticBureau(KubernetesClient client, String name, List<String> namespaces) {
    static final int SHARE_MILLICORES = 500;
    private static final int PODS = 20;

    static ElasticBureau of(KubernetesClient client, int count) {
        String name = "elastic-" + count;
        return new ElasticBureau(
                client,
                name,
                IntStream.range(0, count).mapToObj(index -> name + "-0-" + index).toList());
    }

    int millicores() {
        return SHARE_MILLICORES * namespaces.size();
    }

    void declare() {
        BureauQuota quota =
                Workload.bureau(
                        name + "-",
                        0,
                        namespaces.size(),
                        Map.of(
                                "requests.cpu", new Quantity(millicores() + "m"),
                                "requests.memory", new Quantity(namespaces.size() + "Gi"),
                                "pods", new Quantity(Integer.toString(pods()))));
        client.resource(quota).create();
    }

    private int pods() {
        return PODS * namespaces.size();
    }

    AdmittedSums judge() {
        Map<String, String> bureaus = new HashMap<>();
        namespaces.forEach(namespace -> bureaus.put(namespace, name));
        return new AdmittedSums(
                client,
                bureaus,
                Map.of(
                        name,
                        Map.of(
                                "cpu", millicores() + "m",
                                "memory", namespaces.size() + "Gi",
                                "pods", Integer.toString(pods()))));
    }
}
