package io.jiyun.operator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves /healthz, /readyz and /metrics. */
public final class ProbeServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param unready why the operator cannot work yet; empty when it can
     * @param unhealthy why it should be started anew; empty when it should not
     * @throws IOException when the port cannot be had
     */
    public ProbeServer(
            InetSocketAddress address,
            PrometheusRegistry registry,
            Supplier<Optional<String>> unready,
            Supplier<Optional<String>> unhealthy)
            throws IOException {
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/healthz", exchange -> answer(exchange, unhealthy.get()));
        server.createContext("/readyz", exchange -> answer(exchange, unready.get()));
        server.createContext("/metrics", new MetricsHandler(registry));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Optional<String> problem) throws IOException {
        byte[] text = (problem.orElse("ok") + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(problem.isPresent() ? 503 : 200, text.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
