package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.Map;

/** The patch formats other than apply. */
final class Patches {
    private Patches() {}

    /**
     * The strategic form is taken as a merge patch: the two differ in how they treat lists, and
     * Jiyun patches no list that way.
     */
    static ObjectNode patched(ObjectNode object, String mediaType, JsonNode patch) {
        return switch (mediaType) {
            case "application/json-patch+json" -> operations(object, patch);
            case "application/merge-patch+json", "application/strategic-merge-patch+json" ->
                    (ObjectNode) merged(object, patch);
            default -> throw ApiFault.badRequest("the patch format " + mediaType + " is not known");
        };
    }

    private static ObjectNode operations(ObjectNode object, JsonNode patch) {
        try {
            if (JsonPatch.apply(patch, object.deepCopy()) instanceof ObjectNode patched) {
                return patched;
            }
        } catch (JsonPatchException e) {
            throw ApiFault.badRequest("the patch cannot be applied: " + e.getMessage());
        }
        throw ApiFault.badRequest("the patch leaves no object");
    }

    /** RFC 7396. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(
                        change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
