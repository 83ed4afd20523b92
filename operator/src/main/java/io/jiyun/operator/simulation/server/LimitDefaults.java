package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Gives a container without requests or limits what the namespace's LimitRange says. */
final class LimitDefaults implements Admission {
    private final ObjectStore store;

    LimitDefaults(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void admit(ObjectKey key, @Nullable ObjectNode before, ObjectNode after) {
        if (before != null || !key.type().equals(ResourceType.POD)) {
            return;
        }
        for (ObjectNode range : store.list(ResourceType.LIMIT_RANGE, key.namespace())) {
            for (JsonNode limit : range.at("/spec/limits")) {
                if (limit.path("type").asText().equals("Container")) {
                    after.at("/spec/containers").forEach(container -> fill(container, limit));
                }
            }
        }
    }

    private static void fill(JsonNode container, JsonNode limit) {
        ObjectNode resources = ((ObjectNode) container).withObjectProperty("resources");
        // A request that is not stated follows a limit that is, before any default.
        putAbsent(resources.withObjectProperty("requests"), resources.path("limits"));
        putAbsent(resources.withObjectProperty("requests"), limit.path("defaultRequest"));
        putAbsent(resources.withObjectProperty("limits"), limit.path("default"));
    }

    private static void putAbsent(ObjectNode target, JsonNode defaults) {
        defaults.properties()
                .forEach(value -> target.putIfAbsent(value.getKey(), value.getValue()));
    }
}
