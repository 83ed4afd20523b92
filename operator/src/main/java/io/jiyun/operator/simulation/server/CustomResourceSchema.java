package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a custom kind. Keywords that Jiyun's definitions use are checked, all at once as
 * the real server does; the rules in CEL are those that {@link KnownRules} knows.
 */
final class CustomResourceSchema {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final JsonNode root;

    CustomResourceSchema(JsonNode root) {
        this.root = root;
    }

    /** Drops fields the schema does not know, as the real server does. */
    void prune(ObjectNode object) {
        root.path("properties")
                .properties()
                .forEach(property -> {
                    if (!property.getKey().equals("metadata")) {
                        prune(object.path(property.getKey()), property.getValue());
                    }
                });
    }

    private static void prune(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            JsonNode properties = schema.path("properties");
            if (!properties.isMissingNode()) {
                object.retain(properties.properties().stream().map(Map.Entry::getKey).toList());
                properties.properties().forEach(p -> prune(object.path(p.getKey()), p.getValue()));
            } else {
                object.forEach(each -> prune(each, schema.path("additionalProperties")));
            }
        } else if (value.isArray()) {
            value.forEach(each -> prune(each, schema.path("items")));
        }
    }

    void check(ObjectKey key, @Nullable ObjectNode before, ObjectNode after) {
        Set<String> causes = new LinkedHashSet<>();
        check("", after, before, root, causes);
        if (!causes.isEmpty()) {
            String all = String.join(", ", causes);
            throw ApiFault.invalid(key, causes.size() == 1 ? all : "[" + all + "]");
        }
    }

    private void check(
            String path,
            JsonNode value,
            @Nullable JsonNode old,
            JsonNode schema,
            Set<String> causes) {
        if (!checkType(path, value, schema, causes)) {
            return;
        }
        if (value.isObject()) {
            checkObject(path, value, old, schema, causes);
        } else if (value.isArray()) {
            checkSize(path, value.size(), schema, "Items", "items", causes);
            for (int i = 0; i < value.size(); i++) {
                // Items of a list without keys have no older self, so no transition rule applies.
                check(path + "[" + i + "]", value.get(i), null, schema.path("items"), causes);
            }
        } else {
            checkScalar(path, value, schema, causes);
        }
        for (JsonNode rule : schema.path("x-kubernetes-validations")) {
            if (!KnownRules.holds(rule.path("rule").asText(), value, old)) {
                causes.add(invalid(path, value, rule.path("message").asText()));
            }
        }
    }

    private void checkObject(
            String path,
            JsonNode value,
            @Nullable JsonNode old,
            JsonNode schema,
            Set<String> causes) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                causes.add(below(path, name.asText()) + ": Required value");
            }
        }
        checkSize(path, value.size(), schema, "Properties", "items", causes);
        value.properties()
                .forEach(field -> {
                    JsonNode property = schema.path("properties").path(field.getKey());
                    check(
                            below(path, field.getKey()),
                            field.getValue(),
                            old == null ? null : old.get(field.getKey()),
                            property.isMissingNode()
                                    ? schema.path("additionalProperties")
                                    : property,
                            causes);
                });
    }

    private static boolean checkType(
            String path, JsonNode value, JsonNode schema, Set<String> causes) {
        String type = schema.path("type").asText();
        boolean fits =
                switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    default ->
                            !schema.path("x-kubernetes-int-or-string").asBoolean()
                                    || value.isTextual()
                                    || value.isIntegralNumber();
                };
        if (!fits) {
            causes.add(invalid(path, value, path + " in body must be of type " + type));
        }
        return fits;
    }

    private static void checkScalar(
            String path, JsonNode value, JsonNode schema, Set<String> causes) {
        if (value.isTextual()) {
            checkSize(path, value.asText().length(), schema, "Length", "characters", causes);
            String pattern = schema.path("pattern").asText();
            if (!pattern.isEmpty() && !compiled(pattern).matcher(value.asText()).find()) {
                causes.add(invalid(path, value, path + " in body should match '" + pattern + "'"));
            }
            List<String> supported = new ArrayList<>();
            schema.path("enum").forEach(each -> supported.add(each.toString()));
            if (!supported.isEmpty() && !supported.contains(value.toString())) {
                causes.add(
                        "%s: Unsupported value: %s: supported values: %s"
                                .formatted(path, value, String.join(", ", supported)));
            }
        }
        if (schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble()) {
            causes.add(
                    invalid(
                            path,
                            value,
                            path
                                    + " in body should be greater than or equal to "
                                    + schema.path("minimum")));
        }
        if (schema.has("maximum") && value.asDouble() > schema.path("maximum").asDouble()) {
            causes.add(
                    invalid(
                            path,
                            value,
                            path
                                    + " in body should be less than or equal to "
                                    + schema.path("maximum")));
        }
    }

    private static Pattern compiled(String pattern) {
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile);
    }

    private static void checkSize(
            String path,
            int size,
            JsonNode schema,
            String keyword,
            String unit,
            Set<String> causes) {
        int most = schema.path("max" + keyword).asInt(Integer.MAX_VALUE);
        int least = schema.path("min" + keyword).asInt(0);
        if (size > most) {
            causes.add(
                    "%s: Too many: %d: must have at most %d %s".formatted(path, size, most, unit));
        } else if (size < least) {
            causes.add(
                    "%s: Invalid value: %d: %s in body should have at least %d %s"
                            .formatted(path, size, path, least, unit));
        }
    }

    private static String invalid(String path, JsonNode value, String why) {
        String shown =
                value.isContainerNode()
                        ? value.getNodeType().name().toLowerCase(Locale.ROOT)
                        : value.toString();
        return "%s: Invalid value: %s: %s".formatted(path, shown, why);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
