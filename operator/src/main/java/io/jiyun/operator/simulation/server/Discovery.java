package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The documents by which clients find out what the server has. */
record Discovery(ResourceTypes types) {
    /** The version whose behaviour is imitated; the suffix says that it is an imitation. */
    private static final String VERSION = "v1.36.3+jiyun-simulation";

    Optional<ObjectNode> answer(List<String> segments) {
        String path = String.join("/", segments);
        return switch (path) {
            case "version" -> Optional.of(version());
            case "api" -> Optional.of(coreVersions());
            case "apis" -> Optional.of(groups());
            case "api/v1" -> resources("", "v1");
            default -> ofGroup(segments);
        };
    }

    private Optional<ObjectNode> ofGroup(List<String> segments) {
        if (segments.isEmpty() || !segments.getFirst().equals("apis")) {
            return Optional.empty();
        }
        return switch (segments.size()) {
            case 2 -> group(segments.get(1));
            case 3 -> resources(segments.get(1), segments.get(2));
            default -> Optional.empty();
        };
    }

    private static ObjectNode document(String kind) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        return document.put("kind", kind).put("apiVersion", "v1");
    }

    private static ObjectNode version() {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        return version.put("major", "1")
                .put("minor", "36")
                .put("gitVersion", VERSION)
                .put("platform", "simulation");
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = document("APIVersions");
        versions.putArray("versions").add("v1");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = document("APIGroupList");
        ArrayNode groups = list.putArray("groups");
        types.all().stream()
                .map(ResourceType::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .forEach(group -> group(group).ifPresent(groups::add));
        return list;
    }

    private Optional<ObjectNode> group(String name) {
        ObjectNode group = document("APIGroup").put("name", name);
        ArrayNode versions = group.putArray("versions");
        types.all().stream()
                .filter(type -> type.group().equals(name))
                .map(ResourceType::version)
                .distinct()
                .forEach(version ->
                        versions.addObject()
                                .put("groupVersion", name + "/" + version)
                                .put("version", version));
        group.set("preferredVersion", versions.path(0));
        return versions.isEmpty() ? Optional.empty() : Optional.of(group);
    }

    private Optional<ObjectNode> resources(String group, String version) {
        ObjectNode list = document("APIResourceList");
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : types.all()) {
            if (type.group().equals(group) && type.version().equals(version)) {
                list.put("groupVersion", type.apiVersion());
                describe(resources, type, "");
                if (type.status()) {
                    describe(resources, type, "/status");
                }
            }
        }
        return resources.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private void describe(ArrayNode resources, ResourceType type, String subresource) {
        ObjectNode resource = resources.addObject();
        resource.put("name", type.plural() + subresource)
                .put("singularName", "")
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
        ArrayNode verbs = resource.putArray("verbs");
        List.of("get", "patch", "update").forEach(verbs::add);
        if (subresource.isEmpty()) {
            types.shortName(type).ifPresent(name -> resource.putArray("shortNames").add(name));
            List.of("create", "delete", "deletecollection", "list", "watch").forEach(verbs::add);
        }
    }
}
