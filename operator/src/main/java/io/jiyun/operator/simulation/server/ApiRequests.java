package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Turns HTTP requests into verbs of {@link ObjectApi} and their outcomes into answers. */
final class ApiRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String REVIEWS = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ObjectApi api;
    private final ObjectStore store;
    private final ResourceTypes types;
    private final Discovery discovery;

    ApiRequests(ObjectApi api, ObjectStore store, ResourceTypes types) {
        this.api = api;
        this.store = store;
        this.types = types;
        this.discovery = new Discovery(types);
    }

    void answer(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (ApiFault fault) {
            send(exchange, fault.code(), fault.status());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        List<String> segments =
                Arrays.stream(exchange.getRequestURI().getPath().split("/", -1))
                        .filter(segment -> !segment.isEmpty())
                        .toList();
        String path = String.join("/", segments);
        if (path.equals("readyz") || path.equals("livez") || path.equals("healthz")) {
            text(exchange, "ok");
            return;
        }
        if (path.equals("metrics")) {
            text(exchange, api.metrics());
            return;
        }
        if (path.equals(REVIEWS)) {
            ObjectNode review = body(exchange);
            review.putObject("status").put("allowed", true);
            send(exchange, 201, review);
            return;
        }
        var document = discovery.answer(segments);
        if (document.isPresent()) {
            send(exchange, 200, document.get());
            return;
        }
        RequestPath target = RequestPath.parse(segments).orElseThrow(ApiFault::noSuchPath);
        ResourceType type =
                types.find(target.group(), target.version(), target.plural())
                        .orElseThrow(ApiFault::noSuchPath);
        Query query = Query.of(exchange.getRequestURI().getRawQuery());
        if (query.text("dryRun").isEmpty()) {
            handle(exchange, target, type, query);
        } else {
            throw ApiFault.badRequest("the simulated cloud has no dry run");
        }
    }

    private static void text(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange, RequestPath target, ResourceType type, Query query)
            throws IOException, InterruptedException {
        ObjectKey key = new ObjectKey(type, target.namespace(), target.name());
        String method = exchange.getRequestMethod();
        if (target.name().isEmpty()) {
            switch (method) {
                case "GET" -> read(exchange, target, type, query);
                case "POST" ->
                        send(exchange, 201, api.create(type, target.namespace(), body(exchange)));
                case "DELETE" -> deleteAll(exchange, target, type, query);
                default -> throw ApiFault.methodNotAllowed();
            }
            return;
        }
        requireSubresource(target, type);
        switch (method) {
            case "GET" -> send(exchange, 200, api.get(key));
            case "PUT" ->
                    send(exchange, 200, api.replace(key, target.subresource(), body(exchange)));
            case "PATCH" -> send(exchange, 200, patch(exchange, key, target.subresource(), query));
            case "DELETE" ->
                    send(exchange, 200, api.delete(key, body(exchange).path("preconditions")));
            default -> throw ApiFault.methodNotAllowed();
        }
    }

    private static void requireSubresource(RequestPath target, ResourceType type) {
        boolean known =
                target.subresource().isEmpty()
                        || (target.subresource().equals("status") && type.status());
        if (!known) {
            throw ApiFault.noSuchPath();
        }
    }

    private ObjectNode patch(HttpExchange exchange, ObjectKey key, String subresource, Query query)
            throws IOException {
        String mediaType = exchange.getRequestHeaders().getFirst("Content-Type");
        String format = mediaType == null ? "" : mediaType.replaceFirst(";.*", "").strip();
        byte[] content = exchange.getRequestBody().readAllBytes();
        if (!format.equals(APPLY)) {
            JsonNode patch = parse(JSON, content);
            return api.change(key, subresource, before -> Patches.patched(before, format, patch));
        }
        if (!(parse(YAML, content) instanceof ObjectNode wanted)) {
            throw ApiFault.badRequest("the body is no object");
        }
        String manager = query.text("fieldManager");
        if (manager.isEmpty()) {
            throw ApiFault.badRequest("fieldManager is required for apply patch");
        }
        return api.apply(key, new ServerSideApply(manager, subresource, query.is("force")), wanted);
    }

    private void read(HttpExchange exchange, RequestPath target, ResourceType type, Query query)
            throws IOException, InterruptedException {
        Predicate<JsonNode> selector = query.selector();
        if (query.is("watch")) {
            watch(
                    exchange,
                    new WatchStream(
                            store,
                            type,
                            target.namespace(),
                            selector,
                            query.is("allowWatchBookmarks")),
                    query);
            return;
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", type.kind() + "List").put("apiVersion", type.apiVersion());
        synchronized (store) {
            list.putObject("metadata").put("resourceVersion", Long.toString(store.revision()));
            var items = list.putArray("items");
            store.list(type, target.namespace()).stream().filter(selector).forEach(items::add);
        }
        send(exchange, 200, list);
    }

    /**
     * Clients that ask for a WebSocket are told 200 without one, upon which they come again for a
     * plain stream.
     */
    private static void watch(HttpExchange exchange, WatchStream stream, Query query)
            throws IOException, InterruptedException {
        if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        stream.run(
                exchange.getResponseBody(),
                query.text("resourceVersion"),
                query.number("timeoutSeconds", 3600));
    }

    private void deleteAll(
            HttpExchange exchange, RequestPath target, ResourceType type, Query query)
            throws IOException {
        Predicate<JsonNode> selector = query.selector();
        synchronized (store) {
            store.list(type, target.namespace()).stream()
                    .filter(selector)
                    .map(object -> ObjectKey.of(type, object))
                    .forEach(key -> api.delete(key, JsonNodeFactory.instance.objectNode()));
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        send(exchange, 200, status.put("kind", "Status").put("status", "Success"));
    }

    private static ObjectNode body(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        if (content.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (parse(JSON, content) instanceof ObjectNode object) {
            return object;
        }
        throw ApiFault.badRequest("the body is no object");
    }

    private static JsonNode parse(ObjectMapper format, byte[] content) throws IOException {
        try {
            return format.readTree(content);
        } catch (JacksonException e) {
            throw ApiFault.badRequest("the body cannot be read: " + e.getOriginalMessage());
        }
    }

    private static void send(HttpExchange exchange, int code, ObjectNode content)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
