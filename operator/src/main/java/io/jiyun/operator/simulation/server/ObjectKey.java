package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/**
 * Where an object is kept.
 *
 * @param namespace empty for what stands outside namespaces
 */
public record ObjectKey(ResourceType type, String namespace, String name)
        implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::type)
                    .thenComparing(ObjectKey::namespace)
                    .thenComparing(ObjectKey::name);

    static ObjectKey of(ResourceType type, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new ObjectKey(
                type, metadata.path("namespace").asText(), metadata.path("name").asText());
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
