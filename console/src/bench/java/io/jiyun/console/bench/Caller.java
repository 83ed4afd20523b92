package io.jiyun.console.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the REST API as one person. */
final class Caller {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final String address;
    private final String token;

    Caller(HttpClient http, String address, String username, String password)
            throws IOException, InterruptedException {
        this.http = http;
        this.address = address;
        String login =
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        this.token =
                JSON.readTree(
                                send(
                                        request("/api/v1/tokens")
                                                .POST(BodyPublishers.ofString(login))
                                                .header("Content-Type", "application/json")))
                        .path("token")
                        .asString();
    }

    /** Milliseconds until the whole answer is there. */
    double get(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        send(authorized(path).GET());
        return (System.nanoTime() - start) / 1e6;
    }

    void approve(String number) throws IOException, InterruptedException {
        send(
                authorized("/api/v1/requests/" + number + "/approve")
                        .POST(BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "bench-" + number));
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.statusCode() + " from " + answer.uri() + ": " + answer.body());
        }
        return answer.body();
    }
}
