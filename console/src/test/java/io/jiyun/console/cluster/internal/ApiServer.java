package io.jiyun.console.cluster.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.console.cluster.Documents;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As much of an API server as the adapter speaks to: discovery, list, watch and server-side apply.
 */
final class ApiServer implements AutoCloseable {
    private static final String GROUP = "/apis/jiyun.io/v1alpha1";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> quotas = new ConcurrentSkipListMap<>();
    private final List<OutputStream> watches = new CopyOnWriteArrayList<>();
    private final AtomicLong versions = new AtomicLong(1);
    private volatile String lastQuery = "";
    private volatile String lastType = "";
    private volatile boolean hasResources = true;
    private volatile boolean refuses;

    ApiServer(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void hasNoResources() {
        hasResources = false;
    }

    void refuses() {
        refuses = true;
    }

    String lastQuery() {
        return lastQuery;
    }

    String lastType() {
        return lastType;
    }

    static void writeKubeconfig(Path file, int port) throws IOException {
        Files.writeString(
                file,
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: hub, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: console, user: {token: secret}}]
                contexts: [{name: hub, context: {cluster: hub, user: console}}]
                current-context: hub
                """
                        .formatted(port));
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        String query = address.getQuery() == null ? "" : address.getQuery();
        if (!hasResources || !address.getPath().startsWith(GROUP)) {
            send(exchange, 404, "{\"kind\":\"Status\",\"code\":404,\"message\":\"not found\"}");
        } else if (exchange.getRequestMethod().equals("PATCH")) {
            apply(exchange, query);
        } else if ("websocket".equals(exchange.getRequestHeaders().getFirst("Upgrade"))) {
            send(exchange, 200, ""); // no web sockets here: the client watches over HTTP instead
        } else if (query.contains("watch=true")) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            if (address.getPath().endsWith("bureauquotas")) {
                OutputStream watch = exchange.getResponseBody();
                watches.add(watch);
                // What was applied between the client's list and this watch would be lost
                // otherwise.
                quotas.values().forEach(document -> tell(watch, document));
            }
        } else if (address.getPath().equals(GROUP)) {
            send(exchange, 200, "{\"kind\":\"APIResourceList\",\"resources\":[]}");
        } else {
            String items =
                    address.getPath().endsWith("bureauquotas")
                            ? String.join(",", quotas.values())
                            : "";
            send(
                    exchange,
                    200,
                    "{\"apiVersion\":\"jiyun.io/v1alpha1\",\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"%d\"},\"items\":[%s]}"
                            .formatted(versions.get(), items));
        }
    }

    private void apply(HttpExchange exchange, String query) throws IOException {
        lastQuery = query;
        lastType = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (refuses) {
            send(
                    exchange,
                    422,
                    "{\"kind\":\"Status\",\"code\":422,\"reason\":\"Invalid\",\"message\":\"spec.bureau.code"
                        + " is invalid\"}");
            return;
        }
        BureauQuota quota =
                Documents.read(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        BureauQuota.class);
        quota.getMetadata().setGeneration(7L);
        quota.getMetadata().setUid("uid-" + quota.getMetadata().getName());
        quota.getMetadata().setResourceVersion(Long.toString(versions.incrementAndGet()));
        String document = Documents.write(quota);
        quotas.put(quota.getMetadata().getName(), document);
        send(exchange, 200, document);
        for (OutputStream watch : watches) {
            tell(watch, document);
        }
    }

    private synchronized void tell(OutputStream watch, String document) {
        try {
            watch.write(
                    ("{\"type\":\"ADDED\",\"object\":" + document + "}\n")
                            .getBytes(StandardCharsets.UTF_8));
            watch.flush();
        } catch (IOException gone) {
            watches.remove(watch);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
