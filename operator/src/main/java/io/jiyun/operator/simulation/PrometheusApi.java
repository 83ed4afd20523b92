package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jiyun.operator.simulation.server.Query;
import io.jiyun.usage.Over;
import io.jiyun.usage.UsageLabel;
import io.jiyun.usage.UsageQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the usage catalogue over HTTP as Prometheus does, and refuses anything else. */
final class PrometheusApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhdw])");
    private static final int MOST_POINTS = 11_000;

    private final UsageHistory history;
    private final Clock clock;
    private final HttpServer http;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private PrometheusApi(UsageHistory history, Clock clock, int port) throws IOException {
        this.history = history;
        this.clock = clock;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(requests);
        http.createContext("/", this::answer);
        http.start();
    }

    static PrometheusApi start(UsageHistory history, Clock clock, int port) {
        try {
            return new PrometheusApi(history, clock, port);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " is not free on 127.0.0.1", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/-/healthy", "/-/ready" -> send(exchange, 200, "text/plain", "Healthy.\n");
                case "/api/v1/query" -> sendResult(exchange, this::instant);
                case "/api/v1/query_range" -> sendResult(exchange, this::range);
                default ->
                        sendError(
                                exchange,
                                404,
                                "not_found",
                                "the simulated cloud answers query and query_range only");
            }
        }
    }

    private interface Question {
        ObjectNode answer(Query parameters);
    }

    private static void sendResult(HttpExchange exchange, Question question) throws IOException {
        try {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("status", "success");
            result.set("data", question.answer(parameters(exchange)));
            send(exchange, 200, "application/json", JSON.writeValueAsString(result));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            sendError(exchange, 400, "bad_data", String.valueOf(e.getMessage()));
        }
    }

    /** Long questions come as a form in the body. */
    private static Query parameters(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return exchange.getRequestMethod().equals("POST")
                ? Query.of(form)
                : Query.of(exchange.getRequestURI().getRawQuery());
    }

    private ObjectNode instant(Query parameters) {
        Instant time = moment(parameters.text("time"));
        UsageQuery query = UsageQuery.parse(parameters.text("query"));
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("resultType", "vector");
        ArrayNode result = data.putArray("result");
        history.at(query, time)
                .forEach((labels, value) ->
                        addSample(series(result, query, labels).putArray("value"), time, value));
        return data;
    }

    private ObjectNode range(Query parameters) {
        Instant start = moment(parameters.text("start"));
        Instant end = moment(parameters.text("end"));
        Duration step = duration(parameters.text("step"));
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "invalid parameter \"end\": end timestamp must not be before start time");
        }
        if (Duration.between(start, end).dividedBy(step) > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing"
                            + " the query resolution (?step=XX)");
        }
        UsageQuery query = UsageQuery.parse(parameters.text("query"));
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("resultType", "matrix");
        ArrayNode result = data.putArray("result");
        Map<Map<UsageLabel, String>, ArrayNode> values = new LinkedHashMap<>();
        for (Instant time = start; !time.isAfter(end); time = time.plus(step)) {
            for (var sample : history.at(query, time).entrySet()) {
                ArrayNode points =
                        values.computeIfAbsent(
                                sample.getKey(),
                                labels -> series(result, query, labels).putArray("values"));
                addSample(points.addArray(), time, sample.getValue());
            }
        }
        return data;
    }

    private static ObjectNode series(
            ArrayNode result, UsageQuery query, Map<UsageLabel, String> labels) {
        ObjectNode series = result.addObject();
        ObjectNode metric = series.putObject("metric");
        if (query.over() instanceof Over.Latest && query.by().isEmpty()) {
            metric.put("__name__", query.metric().rule());
        }
        labels.forEach((label, value) -> metric.put(label.key(), value));
        return series;
    }

    private static void addSample(ArrayNode sample, Instant time, double value) {
        sample.add(BigDecimal.valueOf(time.toEpochMilli(), 3)).add(Double.toString(value));
    }

    /** Seconds since 1970 or RFC 3339; nothing means now. */
    private Instant moment(String text) {
        if (text.isEmpty()) {
            return clock.instant();
        }
        return text.contains("T")
                ? Instant.parse(text)
                : Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
    }

    private static Duration duration(String text) {
        Matcher units = DURATION.matcher(text);
        Duration duration;
        if (units.matches()) {
            long number = Long.parseLong(units.group(1));
            duration =
                    switch (units.group(2)) {
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        case "d" -> Duration.ofDays(number);
                        default -> Duration.ofDays(7 * number);
                    };
        } else {
            duration = Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
        }
        if (duration.toMillis() < 1000) {
            throw new IllegalArgumentException(
                    "invalid parameter \"step\": must be one second or more");
        }
        return duration;
    }

    private static void sendError(HttpExchange exchange, int code, String type, String message)
            throws IOException {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("status", "error");
        error.put("errorType", type).put("error", message);
        send(exchange, code, "application/json", JSON.writeValueAsString(error));
    }

    private static void send(HttpExchange exchange, int code, String type, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        requests.shutdownNow();
    }
}
