package io.jiyun.operator.bureauquota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What turns a stored status into another: a JSON Patch (RFC 6902) that names the version it was
 * made for, so that the API server refuses it with a conflict on any other. Most rounds change few
 * of a thousand namespaces, and to take in those few costs an API server half of what the whole
 * costs it.
 */
final class StatusPatch {
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    private StatusPatch() {}

    /**
     * The operations.
     *
     * @param version of the object whose status is {@code before}
     * @param before null where it has no status
     */
    static ArrayNode between(String version, @Nullable ObjectNode before, ObjectNode after) {
        StatusPatch patch = new StatusPatch();
        patch.put(
                "replace", "/metadata/resourceVersion", JsonNodeFactory.instance.textNode(version));
        if (before == null) {
            patch.put("add", "/status", after);
        } else {
            patch.change(before, after);
        }
        return patch.operations;
    }

    private void change(ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String path = "/status/" + name;
            JsonNode old = before.get(name);
            JsonNode now = after.get(name);
            if (now == null) {
                operations.addObject().put("op", "remove").put("path", path);
            } else if (old != null && isEntryWise(old, now)) {
                IntStream.range(0, now.size())
                        .filter(index -> !old.get(index).equals(now.get(index)))
                        .forEach(index -> put("replace", path + "/" + index, now.get(index)));
            } else if (!now.equals(old)) {
                put("add", path, now); // in the place of what there is
            }
        }
    }

    /**
     * Whether both are lists of the same entries, as most rounds leave them, few of them changed.
     */
    private static boolean isEntryWise(JsonNode old, JsonNode now) {
        return old.isArray() && now.isArray() && old.size() == now.size();
    }

    private void put(String operation, String path, JsonNode value) {
        operations.addObject().put("op", operation).put("path", path).set("value", value);
    }
}
