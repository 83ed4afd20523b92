package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which kinds exist: those built in, and those that a CustomResourceDefinition adds. */
final class ResourceTypes {
    private static final List<ResourceType> BUILT_IN =
            List.of(
                    ResourceType.NAMESPACE,
                    ResourceType.POD,
                    ResourceType.SECRET,
                    ResourceType.EVENT,
                    ResourceType.RESOURCE_QUOTA,
                    ResourceType.LIMIT_RANGE,
                    ResourceType.CLAIM,
                    ResourceType.DEFINITION,
                    ResourceType.core("configmaps", "ConfigMap", true, false),
                    ResourceType.core("nodes", "Node", false, true),
                    ResourceType.core("serviceaccounts", "ServiceAccount", true, false),
                    ResourceType.core("services", "Service", true, true),
                    named("apps", "deployments", "Deployment", true),
                    named("apps", "replicasets", "ReplicaSet", true),
                    named("apps", "statefulsets", "StatefulSet", true),
                    named("batch", "cronjobs", "CronJob", true),
                    named("batch", "jobs", "Job", true),
                    named("coordination.k8s.io", "leases", "Lease", false),
                    named("networking.k8s.io", "networkpolicies", "NetworkPolicy", false),
                    named("rbac.authorization.k8s.io", "roles", "Role", false),
                    named("rbac.authorization.k8s.io", "rolebindings", "RoleBinding", false),
                    clusterRole("clusterroles", "ClusterRole"),
                    clusterRole("clusterrolebindings", "ClusterRoleBinding"));

    private final NavigableMap<String, ResourceType> byPath = new ConcurrentSkipListMap<>();

    ResourceTypes() {
        BUILT_IN.forEach(this::add);
    }

    private static ResourceType named(String group, String plural, String kind, boolean status) {
        return new ResourceType(group, "v1", plural, kind, true, status);
    }

    private static ResourceType clusterRole(String plural, String kind) {
        return new ResourceType("rbac.authorization.k8s.io", "v1", plural, kind, false, false);
    }

    private static String path(String group, String version, String plural) {
        return group + "/" + version + "/" + plural;
    }

    private void add(ResourceType type) {
        byPath.put(path(type.group(), type.version(), type.plural()), type);
    }

    Optional<ResourceType> find(String group, String version, String plural) {
        return Optional.ofNullable(byPath.get(path(group, version, plural)));
    }

    ResourceType ofKind(String apiVersion, String kind) {
        return byPath.values().stream()
                .filter(type -> type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst()
                .orElseThrow(ApiFault::noSuchPath);
    }

    Collection<ResourceType> all() {
        return byPath.values();
    }

    /** Every version a definition serves becomes a kind of its own; Jiyun's has one. */
    void define(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        for (JsonNode version : spec.path("versions")) {
            add(
                    new ResourceType(
                            spec.path("group").asText(),
                            version.path("name").asText(),
                            spec.path("names").path("plural").asText(),
                            spec.path("names").path("kind").asText(),
                            "Namespaced".equals(spec.path("scope").asText()),
                            version.path("subresources").has("status")));
        }
    }

    void forget(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        byPath.values()
                .removeIf(type ->
                        type.group().equals(spec.path("group").asText())
                                && type.plural()
                                        .equals(spec.path("names").path("plural").asText()));
    }
}
