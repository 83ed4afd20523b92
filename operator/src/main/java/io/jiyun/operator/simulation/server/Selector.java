package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label or field selector in the syntax of the API: {@code a=b, c!=d, e in (f,g), h notin (i), j,
 * !k}. What cannot be read is refused; a selector that was ignored would select everything.
 */
final class Selector {
    private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern EQUALITY =
            Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([-A-Za-z0-9_./]*)");
    private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private Selector() {}

    static Predicate<JsonNode> labels(@Nullable String text) {
        return matching(
                text, (object, key) -> value(object.path("metadata").path("labels").path(key)));
    }

    static Predicate<JsonNode> fields(@Nullable String text) {
        return matching(text, (object, key) -> value(object.at("/" + key.replace('.', '/'))));
    }

    private interface Lookup {
        @Nullable String valueOf(JsonNode object, String key);
    }

    private static @Nullable String value(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    private static Predicate<JsonNode> matching(@Nullable String text, Lookup lookup) {
        if (text == null || text.isBlank()) {
            return object -> true;
        }
        List<Predicate<JsonNode>> requirements = new ArrayList<>();
        for (String part : COMMA_OUTSIDE_PARENTHESES.split(text.strip(), -1)) {
            requirements.add(requirement(part.strip(), lookup));
        }
        return object -> requirements.stream().allMatch(required -> required.test(object));
    }

    private static Predicate<JsonNode> requirement(String text, Lookup lookup) {
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            Set<String> values = Set.copyOf(List.of(COMMA.split(set.group(3).strip(), -1)));
            return oneOf(set.group(1), values, set.group(2).equals("in"), lookup);
        }
        Matcher equality = EQUALITY.matcher(text);
        if (equality.matches()) {
            return oneOf(
                    equality.group(1),
                    Set.of(equality.group(3)),
                    !equality.group(2).equals("!="),
                    lookup);
        }
        Matcher existence = EXISTENCE.matcher(text);
        if (existence.matches()) {
            boolean wanted = existence.group(1).isEmpty();
            return object -> (lookup.valueOf(object, existence.group(2)) != null) == wanted;
        }
        throw ApiFault.badRequest("unable to parse requirement: " + text);
    }

    /** An absent label differs from every value, so it meets {@code !=} and {@code notin}. */
    private static Predicate<JsonNode> oneOf(
            String key, Set<String> values, boolean wanted, Lookup lookup) {
        return object -> {
            String value = lookup.valueOf(object, key);
            return (value != null && values.contains(value)) == wanted;
        };
    }
}
