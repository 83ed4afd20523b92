package io.jiyun.operator.guarantee;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** What a bureau has on one cloud: namespaces that share a quota. */
record Place(String bureau, String cloud, KubernetesClient client, List<String> namespaces) {}
