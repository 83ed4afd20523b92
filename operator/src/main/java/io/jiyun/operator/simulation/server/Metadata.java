package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The part of {@code metadata} that the server writes and nobody else may. */
final class Metadata {
    private static final List<String> SERVERS_OWN =
            List.of("uid", "creationTimestamp", "deletionTimestamp", "generation");

    private Metadata() {}

    static ObjectNode of(ObjectNode object) {
        return object.withObjectProperty("metadata");
    }

    static void begin(ObjectNode object, Instant now) {
        ObjectNode metadata = of(object);
        SERVERS_OWN.forEach(metadata::remove);
        metadata.put("uid", UUID.randomUUID().toString())
                .put("creationTimestamp", moment(now))
                .put("generation", 1);
    }

    /** Whatever a client sent for the server's own fields, they stay as they were. */
    static void keep(ObjectNode before, ObjectNode after) {
        ObjectNode metadata = of(after);
        for (String field : SERVERS_OWN) {
            JsonNode value = before.path("metadata").path(field);
            if (value.isMissingNode()) {
                metadata.remove(field);
            } else {
                metadata.set(field, value);
            }
        }
        metadata.set("resourceVersion", before.path("metadata").path("resourceVersion"));
        if (!metadata.has("managedFields") && before.at("/metadata").has("managedFields")) {
            metadata.set("managedFields", before.at("/metadata/managedFields"));
        }
    }

    static void nextGeneration(ObjectNode object) {
        ObjectNode metadata = of(object);
        metadata.put("generation", metadata.path("generation").asLong() + 1);
    }

    static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText();
    }

    static boolean isDeleting(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static boolean hasFinalizers(JsonNode object) {
        return !object.path("metadata").path("finalizers").isEmpty()
                || !object.path("spec").path("finalizers").isEmpty();
    }

    static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
