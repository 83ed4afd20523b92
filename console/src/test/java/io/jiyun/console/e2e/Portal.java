package io.jiyun.console.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person who works through the REST interface instead of the pages. */
final class Portal implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Portal(String address, String username) {
        this.address = address;
        token =
                sends(
                                HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens"))
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        """
                                                        {"username":"%s","password":"Jiyun-2026"}
                                                        """
                                                                .formatted(username))))
                        .get("token")
                        .asString();
    }

    JsonNode reads(String path) {
        return sends(request(path).GET());
    }

    JsonNode posts(String path, String body) {
        return sends(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** Files a request and submits it; answers its number. */
    String submits(String body) {
        String number = posts("/api/v1/requests", body).get("number").asString();
        posts("/api/v1/requests/" + number + "/submit", "{}");
        return number;
    }

    /** The number of a request in that state, once the demo has made one. */
    String anyRequest(String state) {
        return await("a request that is " + state)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> reads("/api/v1/requests?state=" + state).at("/items/0/number"),
                        number -> !number.isMissingNode())
                .asString();
    }

    String approves(String number) {
        return posts("/api/v1/requests/" + number + "/approve", "{\"reason\": \"同意\"}")
                .get("state")
                .asString();
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode sends(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(
                        answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
