package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<String, String> SHORT_NAMES =
            Map.of(
                    "namespaces", "ns",
                    "pods", "po",
                    "resourcequotas", "quota",
                    "limitranges", "limits",
                    "configmaps", "cm",
                    "events", "ev",
                    "networkpolicies", "netpol");

    private final Map<String, String> shortNames = new ConcurrentHashMap<>(SHORT_NAMES);
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

    /** What people type instead of the plural. */
    Optional<String> shortName(ResourceType type) {
        return Optional.ofNullable(shortNames.get(type.plural()));
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
        JsonNode names = spec.path("names");
        names.path("shortNames")
                .forEach(name -> shortNames.put(names.path("plural").asText(), name.asText()));
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
}
