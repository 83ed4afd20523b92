package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark. */
public record Query(Map<String, String> parameters) {
    private static final Pattern AMPERSAND = Pattern.compile("&");

    /** Reads the form as it stands in a URL or in a body. */
    public static Query of(@Nullable String raw) {
        Map<String, String> parameters = new HashMap<>();
        if (raw != null) {
            for (String pair : AMPERSAND.split(raw, -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decode(name), decode(value));
            }
        }
        return new Query(parameters);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The value, empty where it is not given. */
    public String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean is(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    long number(String name, long otherwise) {
        String text = text(name);
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiFault.badRequest(name + " is not a number: " + text);
        }
    }

    Predicate<JsonNode> selector() {
        return Selector.labels(text("labelSelector")).and(Selector.fields(text("fieldSelector")));
    }
}
