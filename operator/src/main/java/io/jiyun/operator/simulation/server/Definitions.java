package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Custom kinds: a CustomResourceDefinition is in force as soon as it is written. */
final class Definitions implements Admission {
    private final ResourceTypes types;
    private final Map<String, CustomResourceSchema> schemas = new ConcurrentHashMap<>();

    Definitions(ResourceTypes types) {
        this.types = types;
    }

    @Override
    public void admit(ObjectKey key, @Nullable ObjectNode before, ObjectNode after) {
        if (key.type().equals(ResourceType.DEFINITION)) {
            accept(after);
            return;
        }
        CustomResourceSchema schema = schemas.get(schemaName(key.type()));
        if (schema != null) {
            schema.prune(after);
            schema.check(key, before, after);
        }
    }

    private static String schemaName(ResourceType type) {
        return type.apiVersion() + "/" + type.plural();
    }

    void accept(ObjectNode definition) {
        types.define(definition);
        JsonNode spec = definition.path("spec");
        for (JsonNode version : spec.path("versions")) {
            schemas.put(
                    spec.path("group").asText()
                            + "/"
                            + version.path("name").asText()
                            + "/"
                            + spec.path("names").path("plural").asText(),
                    new CustomResourceSchema(version.path("schema").path("openAPIV3Schema")));
        }
        ObjectNode status = definition.withObjectProperty("status");
        status.set("acceptedNames", spec.path("names"));
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found");
        condition(
                conditions,
                "Established",
                "InitialNamesAccepted",
                "the initial names have been accepted");
    }

    private static void condition(
            ArrayNode conditions, String type, String reason, String message) {
        conditions
                .addObject()
                .put("type", type)
                .put("status", "True")
                .put("reason", reason)
                .put("message", message);
    }
}
