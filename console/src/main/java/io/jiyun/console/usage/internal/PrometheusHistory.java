package io.jiyun.console.usage.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.usage.UsageHistory;
import io.jiyun.console.usage.UsageHistory.Line;
import io.jiyun.console.usage.UsageHistory.Point;
import io.jiyun.console.usage.UsagePeriod;
import io.jiyun.usage.UsageMetric;
import io.jiyun.usage.UsageQuery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the Prometheus HTTP API, which Thanos, Mimir and VictoriaMetrics answer alike. */
@Component
public class PrometheusHistory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final long HOUR_SECONDS = 3600;
    private static final double MILLIS = 1000;

    private final @Nullable String base;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final AtomicReference<@Nullable Instant> failingSince = new AtomicReference<>();

    PrometheusHistory(ConsoleProperties properties, JsonMapper json, Clock clock) {
        String url = properties.prometheusUrl();
        this.base = url == null || url.isBlank() ? null : url.replaceAll("/+$", "");
        this.json = json;
        this.clock = clock;
    }

    /** One line per metric, each the sum of what its query finds. */
    public UsageHistory of(
            List<UsageMetric> metrics,
            Function<UsageMetric, UsageQuery> query,
            UsagePeriod period) {
        String address = base;
        if (address == null) {
            return new UsageHistory.Unavailable(
                    Sentences.violation("NoUsageSource", "", "usage.not-configured"), null);
        }
        Instant now = clock.instant();
        try {
            List<Line> lines = new ArrayList<>();
            for (UsageMetric metric : metrics) {
                lines.add(new Line(metric, points(ask(address, query.apply(metric), period, now))));
            }
            failingSince.set(null);
            return new UsageHistory.Recorded(lines, now);
        } catch (IOException | JacksonException | NumberFormatException e) {
            return unavailable(String.valueOf(e.getMessage()), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable("interrupted", now);
        }
    }

    private UsageHistory unavailable(String why, Instant now) {
        Instant since = failingSince.updateAndGet(before -> before == null ? now : before);
        return new UsageHistory.Unavailable(
                Sentences.violation("UsageSourceAway", "", "usage.unavailable", why), since);
    }

    private JsonNode ask(String address, UsageQuery query, UsagePeriod period, Instant now)
            throws IOException, InterruptedException {
        long step = period.step().toSeconds();
        // On a round moment, so that asking again soon after finds the same points.
        long round = Math.min(step, HOUR_SECONDS);
        long end = now.getEpochSecond() / round * round;
        String form =
                "query="
                        + URLEncoder.encode(query.promql(), StandardCharsets.UTF_8)
                        + "&start="
                        + (end - period.length().toSeconds())
                        + "&end="
                        + end
                        + "&step="
                        + step;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/query_range"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return json.readTree(response.body());
    }

    private static List<Point> points(JsonNode answer) {
        List<Point> points = new ArrayList<>();
        for (JsonNode sample : answer.at("/data/result/0/values")) {
            double value = Double.parseDouble(sample.get(1).asString());
            if (Double.isFinite(value)) {
                points.add(
                        new Point(
                                Instant.ofEpochMilli(Math.round(sample.get(0).asDouble() * MILLIS)),
                                value));
            }
        }
        return points;
    }
}
