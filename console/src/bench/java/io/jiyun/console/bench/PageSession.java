package io.jiyun.console.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed-in person with a page open, as far as the server can tell: what a browser would do with
 * the answers is not done.
 */
final class PageSession {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("JSESSIONID=([^;]+)");

    private final HttpClient http;
    private final String address;
    private String cookie = "";
    private String token;
    private String key = "";
    private int page;
    private int seen;
    private int sent;

    PageSession(HttpClient http, String address, String username, String password)
            throws IOException, InterruptedException {
        this.http = http;
        this.address = address;
        Matcher csrf = CSRF.matcher(send(request("/login").GET(), 200).body());
        token = csrf.find() ? csrf.group(1) : "";
        String form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                username,
                                password,
                                URLEncoder.encode(token, StandardCharsets.UTF_8));
        String leadsTo =
                send(
                                request("/login")
                                        .POST(BodyPublishers.ofString(form))
                                        .header(
                                                "Content-Type",
                                                "application/x-www-form-urlencoded"),
                                302)
                        .headers()
                        .firstValue("Location")
                        .orElse("");
        if (leadsTo.contains("/login")) {
            throw new IllegalStateException(username + " was not let in: " + leadsTo);
        }
    }

    /** Opens a page as a browser tab does; its address carries {@code mark} for the log. */
    void open(String route, String mark) throws IOException, InterruptedException {
        Matcher csrf =
                CSRF.matcher(
                        send(
                                        request("/" + route + "?at=" + mark)
                                                .GET()
                                                .header("Accept", "text/html"),
                                        200)
                                .body());
        token = csrf.find() ? csrf.group(1) : "";
        JsonNode config =
                JSON.readTree(
                                send(
                                                request(
                                                                "/?v-r=init&location="
                                                                        + route
                                                                        + "&query=&at="
                                                                        + mark)
                                                        .GET(),
                                                200)
                                        .body())
                        .path("appConfig");
        key = config.path("uidl").path("Vaadin-Security-Key").asString();
        page = config.path("v-uiId").asInt();
        seen = config.path("uidl").path("syncId").asInt();
        sent = 0;
        go(route, mark);
    }

    /** Signs out, which ends the session with all that it keeps. */
    void end() throws IOException, InterruptedException {
        send(
                request("/logout")
                        .POST(
                                BodyPublishers.ofString(
                                        "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                302);
    }

    /** Goes to another page of the console as a click on the navigation does. */
    void go(String route, String mark) throws IOException, InterruptedException {
        String navigate =
                """
                {"csrfToken":"%s","syncId":%d,"clientId":%d,"rpc":[{"type":"event","node":1,\
                "event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",\
                "historyState":{"idx":0},"trigger":""}}]}"""
                        .formatted(key, seen, sent, route);
        String answer =
                send(
                                request("/?v-r=uidl&v-uiId=" + page + "&at=" + mark)
                                        .POST(BodyPublishers.ofString(navigate))
                                        .header("Content-Type", "application/json"),
                                200)
                        .body();
        if (!answer.contains("vaadin-grid")) {
            throw new IllegalStateException("no grid on /" + route + ": " + answer);
        }
        seen = JSON.readTree(answer).path("syncId").asInt();
        sent++;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return cookie.isEmpty() ? request : request.header("Cookie", "JSESSIONID=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            Matcher session = COOKIE.matcher(set);
            if (session.find()) {
                cookie = session.group(1);
            }
        }
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.statusCode() + " from " + answer.uri() + ": " + answer.body());
        }
        return answer;
    }
}
