package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeItemBuilder;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpecBuilder;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every namespace gets besides its quota: default requests, so that a pod that names none is
 * not refused by a quota that counts them, and a network that other bureaus cannot reach into.
 */
final class Guardrails {
    private static final Map<String, Quantity> REQUESTS =
            Map.of(
                    "cpu", Quantity.parse("100m"),
                    "memory", Quantity.parse("128Mi"),
                    "ephemeral-storage", Quantity.parse("256Mi"));
    private static final Map<String, Quantity> LIMITS =
            Map.of(
                    "cpu", Quantity.parse("1"),
                    "memory", Quantity.parse("512Mi"),
                    "ephemeral-storage", Quantity.parse("1Gi"));

    /**
     * Traffic comes in from the same namespace only; traffic out is free. A bureau opens further
     * ways in with NetworkPolicies of its own, which add to this one.
     */
    private static final NetworkPolicySpec FROM_THE_SAME_NAMESPACE =
            new NetworkPolicySpecBuilder()
                    .withNewPodSelector()
                    .endPodSelector()
                    .withPolicyTypes(List.of("Ingress"))
                    .addNewIngress()
                    .addNewFrom()
                    .withNewPodSelector()
                    .endPodSelector()
                    .endFrom()
                    .endIngress()
                    .build();

    /** Worked out once for the resources that quotas count, of which there are few sets. */
    private static final Map<Resources, List<LimitRangeItem>> BY_RESOURCES =
            new ConcurrentHashMap<>();

    static void ensure(Cloud cloud, String namespace, Resources quota, Marks marks) {
        List<LimitRangeItem> defaults =
                BY_RESOURCES.computeIfAbsent(quota.zeroed(), Guardrails::defaults);
        if (defaults.isEmpty()) {
            limitRanges(cloud, marks).remove(namespace, JiyunApi.LIMITS_NAME);
        } else {
            limitRanges(cloud, marks).ensure(namespace, JiyunApi.LIMITS_NAME, defaults);
        }
        networkPolicies(cloud, marks)
                .ensure(namespace, JiyunApi.NETWORK_POLICY_NAME, FROM_THE_SAME_NAMESPACE);
    }

    private static KeptObject<LimitRange, List<LimitRangeItem>> limitRanges(
            Cloud cloud, Marks marks) {
        return new KeptObject<>(
                cloud,
                cloud.limitRanges(),
                marks,
                range -> range.getSpec().getLimits(),
                (range, limits) -> range.setSpec(new LimitRangeSpec(limits)),
                LimitRange::new);
    }

    private static KeptObject<NetworkPolicy, NetworkPolicySpec> networkPolicies(
            Cloud cloud, Marks marks) {
        return new KeptObject<>(
                cloud,
                cloud.networkPolicies(),
                marks,
                NetworkPolicy::getSpec,
                NetworkPolicy::setSpec,
                NetworkPolicy::new);
    }

    /** Only what the quota counts: a default for more would shrink pods nobody asked to shrink. */
    private static List<LimitRangeItem> defaults(Resources quota) {
        Map<String, Quantity> requests = new TreeMap<>();
        REQUESTS.forEach((name, amount) -> {
            // A default limit implies a default request; left out, the API server adds one.
            if (counts(quota, "requests." + name)
                    || counts(quota, name)
                    || counts(quota, "limits." + name)) {
                requests.put(name, amount);
            }
        });
        Map<String, Quantity> limits = new TreeMap<>();
        LIMITS.forEach((name, amount) -> {
            if (counts(quota, "limits." + name)) {
                limits.put(name, amount);
            }
        });
        if (requests.isEmpty() && limits.isEmpty()) {
            return List.of();
        }
        return List.of(
                new LimitRangeItemBuilder()
                        .withType("Container")
                        .withDefaultRequest(requests)
                        .withDefault(limits)
                        .build());
    }

    private static boolean counts(Resources quota, String name) {
        return quota.mentions(new ResourceName(name));
    }

    private Guardrails() {}
}
