package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One simulated cluster: its objects, its controllers and its HTTP endpoint on loopback. */
public final class SimulatedApiServer implements AutoCloseable {
    static {
        // Read once by the JDK's server: without the first, small answers wait for the client's
        // acknowledgement; without the second, it closes connections a client is about to reuse.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
    }

    private final ObjectStore store = new ObjectStore();
    private final ResourceTypes types = new ResourceTypes();
    private final Definitions definitions = new Definitions(types);
    private final ObjectApi api;
    private final HttpServer http;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private Controllers controllers;

    private SimulatedApiServer(int port, Clock clock) throws IOException {
        api = new ObjectApi(store, definitions, clock);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(requests);
        ApiRequests handler = new ApiRequests(api, store, types);
        http.createContext("/", exchange -> answer(handler, exchange));
        controllers = new Controllers(store, api);
    }

    /**
     * Starts an empty cluster.
     *
     * @param port the port on loopback; 0 takes a free one
     */
    public static SimulatedApiServer start(int port, Clock clock) {
        try {
            SimulatedApiServer server = new SimulatedApiServer(port, clock);
            server.http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " is not free on 127.0.0.1", e);
        }
    }

    private static void answer(ApiRequests handler, HttpExchange exchange) throws IOException {
        try (exchange) {
            handler.answer(exchange);
        }
    }

    public ObjectApi api() {
        return api;
    }

    /** Creates what a manifest describes. */
    public ObjectNode create(ObjectNode manifest) {
        ObjectKey key = keyOf(manifest);
        return api.create(key.type(), key.namespace(), manifest);
    }

    /** Creates what a manifest describes, or makes it so. */
    public ObjectNode createOrReplace(ObjectNode manifest) {
        ObjectKey key = keyOf(manifest);
        return api.find(key).isPresent() ? api.replace(key, "", manifest) : create(manifest);
    }

    public List<ObjectNode> list(String apiVersion, String kind) {
        return api.list(types.ofKind(apiVersion, kind), "");
    }

    public void delete(ObjectNode object) {
        api.delete(keyOf(object), JsonNodeFactory.instance.objectNode());
    }

    private ObjectKey keyOf(ObjectNode manifest) {
        String apiVersion = manifest.path("apiVersion").asText();
        String kind = manifest.path("kind").asText();
        return ObjectKey.of(types.ofKind(apiVersion, kind), manifest);
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** A kubeconfig for this cluster; whoever is on this machine may do anything. */
    public String kubeconfig(String name) {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: %1$s, cluster: {server: "%2$s"}}]
        users: [{name: simulation, user: {}}]
        contexts: [{name: %1$s, context: {cluster: %1$s, user: simulation}}]
        current-context: %1$s
        """
                .formatted(name, url());
    }

    /** Where the cluster's objects are written and read; see {@link StateFile}. */
    public StateFile stateFile(Path file) {
        return new StateFile(file, store, types, definitions);
    }

    /** Stops what confirms quotas and empties namespaces, as when a controller manager dies. */
    public void stopControllers() {
        controllers.close();
    }

    public void startControllers() {
        controllers.close();
        controllers = new Controllers(store, api);
    }

    @Override
    public void close() {
        controllers.close();
        http.stop(0);
        requests.shutdownNow();
    }
}
