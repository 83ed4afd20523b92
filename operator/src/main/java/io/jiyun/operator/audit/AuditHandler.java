package io.jiyun.operator.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jiyun.operator.cloud.RefusedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code POST /audit/CLOUD}. A cloud that does not exist is refused like a wrong token: who
 * does not know a token learns nothing, not even which clouds there are.
 */
final class AuditHandler implements HttpHandler {
    static final String PATH = "/audit/";

    /** As large as an API server makes its batches at most, unless it is told otherwise. */
    static final long LARGEST = 10L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AuditHandler.class);
    private static final String BEARER = "Bearer ";
    private static final String UNKNOWN = "unknown";
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final int TOO_MANY = 429;

    private final AuditReceiver receiver;
    private final AuditMetrics metrics;
    private final Clock clock;

    /** By cloud, so that one that sends much or slowly holds up nobody but itself. */
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    AuditHandler(AuditReceiver receiver, AuditMetrics metrics, Clock clock) {
        this.receiver = receiver;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int code = answer(exchange);
            if (code != HttpURLConnection.HTTP_OK) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(code, -1);
        }
    }

    private int answer(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return HttpURLConnection.HTTP_BAD_METHOD;
        }
        String cloud = exchange.getRequestURI().getPath().substring(PATH.length());
        Optional<String> problem = receiver.problem(cloud, token(exchange));
        if (problem.isPresent()) {
            return refuse(
                    UNKNOWN, HttpURLConnection.HTTP_UNAUTHORIZED, problem.get(), problem.get());
        }
        if (!receiver.isWorking()) {
            metrics.batch(cloud, HttpURLConnection.HTTP_UNAVAILABLE);
            return HttpURLConnection.HTTP_UNAVAILABLE; // the next connection may reach the leader
        }
        Semaphore place = places.computeIfAbsent(cloud, _ -> new Semaphore(AT_ONCE));
        try {
            if (!place.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return refuse(cloud, TOO_MANY, "it sends more than can be read");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return HttpURLConnection.HTTP_UNAVAILABLE;
        }
        try {
            return take(cloud, exchange.getRequestBody());
        } finally {
            place.release();
        }
    }

    private int take(String cloud, InputStream body) {
        List<RefusedRequest> refused;
        try {
            refused = AuditBatch.read(new BoundedBody(body, LARGEST), clock.instant());
        } catch (BoundedBody.TooLarge tooLarge) {
            return refuse(
                    cloud,
                    HttpURLConnection.HTTP_ENTITY_TOO_LARGE,
                    "a batch: " + tooLarge.getMessage());
        } catch (IOException unreadable) {
            return refuse(
                    cloud,
                    HttpURLConnection.HTTP_BAD_REQUEST,
                    "a batch cannot be read: " + firstLine(unreadable));
        }
        metrics.refusals(cloud, receiver.take(cloud, refused));
        metrics.batch(cloud, HttpURLConnection.HTTP_OK);
        logged.removeIf(key -> key.startsWith(cloud + ":"));
        return HttpURLConnection.HTTP_OK;
    }

    private int refuse(String cloud, int code, String why) {
        return refuse(cloud, code, cloud + ": " + why, cloud + ":" + code);
    }

    /**
     * @param fault what is said once only, until a batch of that cloud was taken
     */
    private int refuse(String cloud, int code, String why, String fault) {
        metrics.batch(cloud, code);
        if (logged.add(fault)) {
            LOG.atWarn()
                    .addKeyValue("cloud", cloud)
                    .log("An audit stream is refused with {}: {}", code, why);
        }
        return code;
    }

    private static String firstLine(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String token(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
    }
}
