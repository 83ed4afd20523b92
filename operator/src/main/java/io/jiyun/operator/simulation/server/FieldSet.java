package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields a manager has applied, as paths to leaves. Lists are leaves: they are owned whole,
 * where a real server owns the items of lists that have keys.
 */
record FieldSet(Set<List<String>> leaves) {
    private static final Set<List<String>> NOBODYS =
            Set.of(
                    List.of("apiVersion"),
                    List.of("kind"),
                    List.of("metadata", "name"),
                    List.of("metadata", "namespace"),
                    List.of("metadata", "uid"),
                    List.of("metadata", "resourceVersion"),
                    List.of("metadata", "generation"),
                    List.of("metadata", "creationTimestamp"),
                    List.of("metadata", "deletionTimestamp"),
                    List.of("metadata", "managedFields"));

    static FieldSet of(ObjectNode object) {
        FieldSet fields = new FieldSet(new LinkedHashSet<>());
        fields.collect(object, List.of(), "");
        fields.leaves.removeAll(NOBODYS);
        return fields;
    }

    /** Reads the form of {@code metadata.managedFields[].fieldsV1}. */
    static FieldSet ofFieldsV1(JsonNode fieldsV1) {
        FieldSet fields = new FieldSet(new LinkedHashSet<>());
        fields.collect(fieldsV1, List.of(), "f:");
        return fields;
    }

    private void collect(JsonNode node, List<String> path, String prefix) {
        if (!node.isObject() || node.isEmpty()) {
            if (!path.isEmpty()) {
                leaves.add(path);
            }
            return;
        }
        node.properties()
                .forEach(field -> {
                    List<String> below = new ArrayList<>(path);
                    below.add(field.getKey().substring(prefix.length()));
                    collect(field.getValue(), List.copyOf(below), prefix);
                });
    }

    ObjectNode toFieldsV1() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (List<String> leaf : leaves) {
            ObjectNode node = root;
            for (String name : leaf) {
                node = node.withObjectProperty("f:" + name);
            }
        }
        return root;
    }

    static JsonNode read(JsonNode object, List<String> path) {
        JsonNode node = object;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** Takes the leaf out, and the objects above it that are empty thereby. */
    static void remove(ObjectNode object, List<String> path) {
        String first = path.getFirst();
        if (path.size() == 1) {
            object.remove(first);
        } else if (object.get(first) instanceof ObjectNode below) {
            remove(below, path.subList(1, path.size()));
            if (below.isEmpty()) {
                object.remove(first);
            }
        }
    }
}
