package io.jiyun.console.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's use of the console over REST. */
final class ApiPerson {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final @Nullable String token;

    private ApiPerson(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** Nobody can say whether it was done. */
    static final class NoAnswer extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        NoAnswer(IOException cause) {
            super(cause);
        }
    }

    static ApiPerson of(String address, String username) {
        JsonNode token =
                new ApiPerson(address, null)
                        .post(
                                "/api/v1/tokens",
                                "",
                                "{\"username\":\"%s\",\"password\":\"Jiyun-2026\"}"
                                        .formatted(username));
        return new ApiPerson(address, token.path("token").asString());
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /**
     * Files a request for more pods and submits it; answers its number. People decide on it, where
     * more CPU might be given by a rule alone while the bureau is busy, which it is in office
     * hours.
     */
    String submitted(String quota, int pods) {
        String body =
                """
                {"type":"INCREASE","quota":"%s","reason":"扩容","pools":[{"cloud":"provincial",\
                "pool":"gov-x86","resources":{"pods":"%d"}}]}\
                """
                        .formatted(quota, pods);
        return submits(body);
    }

    /** Files a request and submits it; answers its number. */
    String submits(String body) {
        String number = post("/api/v1/requests", body).path("number").asString();
        post("/api/v1/requests/" + number + "/submit", "{}");
        return number;
    }

    /** Where the request stands then. */
    String approves(String number) {
        return post("/api/v1/requests/" + number + "/approve", "{\"reason\": \"同意\"}")
                .path("state")
                .asString();
    }

    /** The number of a request in that state, once the demo has made one. */
    String anyRequest(String state) {
        return Awaitility.await("a request that is " + state)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> get("/api/v1/requests?state=" + state).at("/items/0/number"),
                        number -> !number.isMissingNode())
                .asString();
    }

    void approve(String number) {
        post("/api/v1/requests/" + number + "/approve", "approve-" + number, "{}");
    }

    void approveAll(List<String> numbers) {
        String body =
                "{\"decision\":\"APPROVE\",\"numbers\":" + JSON.writeValueAsString(numbers) + "}";
        for (JsonNode line : post("/api/v1/tasks", "", body)) {
            if (!line.path("done").asBoolean()) {
                throw new IllegalStateException(line.toString());
            }
        }
    }

    JsonNode post(String path, String body) {
        return post(path, "", body);
    }

    private JsonNode post(String path, String key, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    private JsonNode send(HttpRequest.Builder request) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
