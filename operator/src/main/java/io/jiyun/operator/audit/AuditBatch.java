package io.jiyun.operator.audit;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiyun.operator.cloud.RefusedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads an EventList event by event and keeps of it only what was refused. */
final class AuditBatch {
    private static final String KIND = "EventList of audit.k8s.io/v1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads all of it.
     *
     * @throws IOException when it is no EventList, or breaks off
     */
    static List<RefusedRequest> read(InputStream body, Instant received) throws IOException {
        List<RefusedRequest> refused = new ArrayList<>();
        String kind = "";
        String version = "";
        try (JsonParser json = MAPPER.getFactory().createParser(body)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                switch (field) {
                    case "kind" -> kind = json.getText();
                    case "apiVersion" -> version = json.getText();
                    case "items" -> readItems(json, value, received, refused);
                    default -> json.skipChildren();
                }
            }
            expect(json, json.currentToken(), JsonToken.END_OBJECT);
            if (!kind.equals("EventList") || !version.equals("audit.k8s.io/v1")) {
                throw new JsonParseException(json, "it is no " + KIND);
            }
        }
        return refused;
    }

    private static void readItems(
            JsonParser json, JsonToken value, Instant received, List<RefusedRequest> refused)
            throws IOException {
        expect(json, value, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            MAPPER.readValue(json, AuditEvent.class).refused(received).ifPresent(refused::add);
        }
        expect(json, json.currentToken(), JsonToken.END_ARRAY);
    }

    private static void expect(JsonParser json, JsonToken found, JsonToken expected)
            throws IOException {
        if (found != expected) {
            throw new JsonParseException(json, "it is no " + KIND);
        }
    }

    private AuditBatch() {}
}
