package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Server-side apply: a manager says what it wants to be so, and owns the fields it says. A field it
 * leaves out the next time goes away unless another manager applied it too.
 */
record ServerSideApply(String manager, String subresource, boolean force) {

    /** The live object as it is after the manager applied what it wants. */
    ObjectNode merge(ObjectNode live, ObjectNode applied) {
        FieldSet wanted = FieldSet.of(applied);
        Map<JsonNode, FieldSet> others = new LinkedHashMap<>();
        FieldSet before = new FieldSet(Set.of());
        for (JsonNode entry : live.path("metadata").path("managedFields")) {
            FieldSet owned = FieldSet.ofFieldsV1(entry.path("fieldsV1"));
            if (isOwn(entry)) {
                before = owned;
            } else {
                others.put(entry, owned);
            }
        }
        settleConflicts(live, applied, wanted, others);

        ObjectNode merged = live.deepCopy();
        Set<List<String>> dropped = new LinkedHashSet<>(before.leaves());
        dropped.removeAll(wanted.leaves());
        others.values().forEach(owned -> dropped.removeAll(owned.leaves()));
        dropped.forEach(leaf -> FieldSet.remove(merged, leaf));
        overlay(merged, applied);
        merged.withObjectProperty("metadata").set("managedFields", entries(merged, wanted, others));
        return merged;
    }

    private boolean isOwn(JsonNode entry) {
        return entry.path("manager").asText().equals(manager)
                && entry.path("subresource").asText().equals(subresource);
    }

    private void settleConflicts(
            ObjectNode live, ObjectNode applied, FieldSet wanted, Map<JsonNode, FieldSet> others) {
        for (var other : others.entrySet()) {
            Set<List<String>> contested = new LinkedHashSet<>(other.getValue().leaves());
            contested.retainAll(wanted.leaves());
            contested.removeIf(
                    leaf -> FieldSet.read(live, leaf).equals(FieldSet.read(applied, leaf)));
            if (!contested.isEmpty() && !force) {
                String fields =
                        contested.stream()
                                .map(leaf -> "." + String.join(".", leaf))
                                .collect(Collectors.joining(", "));
                throw ApiFault.applyConflict(
                        "Apply failed with %d conflict%s: conflicts with \"%s\": %s"
                                .formatted(
                                        contested.size(),
                                        contested.size() == 1 ? "" : "s",
                                        other.getKey().path("manager").asText(),
                                        fields));
            }
            other.getValue().leaves().removeAll(contested);
        }
    }

    private ArrayNode entries(ObjectNode merged, FieldSet wanted, Map<JsonNode, FieldSet> others) {
        ArrayNode entries = merged.arrayNode();
        others.forEach((entry, owned) -> {
            if (!owned.leaves().isEmpty()) {
                ObjectNode kept = entry.deepCopy();
                kept.set("fieldsV1", owned.toFieldsV1());
                entries.add(kept);
            }
        });
        ObjectNode own = entries.addObject();
        own.put("manager", manager)
                .put("operation", "Apply")
                .put("apiVersion", merged.path("apiVersion").asText())
                .put("fieldsType", "FieldsV1");
        own.set("fieldsV1", wanted.toFieldsV1());
        if (!subresource.isEmpty()) {
            own.put("subresource", subresource);
        }
        return entries;
    }

    private static void overlay(ObjectNode target, ObjectNode applied) {
        applied.properties()
                .forEach(field -> {
                    String name = field.getKey();
                    JsonNode value = field.getValue();
                    if (value instanceof ObjectNode object) {
                        JsonNode below = target.get(name);
                        ObjectNode into =
                                below instanceof ObjectNode existing
                                        ? existing
                                        : target.putObject(name);
                        overlay(into, object);
                    } else if (name.equals("finalizers") && value.isArray()) {
                        target.set(name, union(target.path(name), value));
                    } else if (!value.isNull()) {
                        target.set(name, value.deepCopy());
                    }
                });
    }

    /** Finalizers are a set that several managers fill. */
    private static JsonNode union(JsonNode present, JsonNode added) {
        Set<JsonNode> all = new LinkedHashSet<>();
        present.forEach(all::add);
        added.forEach(all::add);
        ArrayNode union = added.deepCopy();
        union.removeAll();
        all.forEach(union::add);
        return union;
    }
}
