package io.jiyun.operator.audit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jiyun.operator.StartRefused;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Listens for the audit streams of clouds, on a port of its own. */
public final class AuditServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private AuditServer(HttpServer server) {
        this.server = server;
    }

    /** Starts listening; refuses with a sentence where it cannot. */
    public static AuditServer start(
            AuditEndpoint endpoint,
            AuditReceiver receiver,
            PrometheusRegistry registry,
            Clock clock)
            throws StartRefused {
        InetSocketAddress socket = endpoint.socket();
        SSLContext tls =
                endpoint.tlsDirectory().isEmpty()
                        ? null
                        : ServerCertificate.read(endpoint.tlsDirectory().get());
        AuditServer started;
        try {
            if (tls == null) {
                started = new AuditServer(HttpServer.create(socket, 0));
            } else {
                HttpsServer secure = HttpsServer.create(socket, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                started = new AuditServer(secure);
            }
        } catch (IOException busy) {
            throw new StartRefused(
                    "port "
                            + endpoint.port()
                            + " cannot be used ("
                            + busy.getMessage()
                            + "); choose another with --audit-port");
        }
        started.serve(new AuditHandler(receiver, new AuditMetrics(registry), clock));
        return started;
    }

    private void serve(AuditHandler handler) {
        server.setExecutor(threads);
        server.createContext(AuditHandler.PATH, handler);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
