package io.jiyun.console.usage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.usage.UsageHistory;
import io.jiyun.console.usage.UsagePeriod;
import io.jiyun.usage.UsageMetric;
import io.jiyun.usage.UsageQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PrometheusHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:10:00Z");
    private static final String TWO_SAMPLES =
            """
            {"status": "success", "data": {"resultType": "matrix", "result": [
              {"metric": {"bureau": "health"},
               "values": [[1795334400, "1.5"], [1795335300.5, "NaN"]]}]}}
            """;

    private volatile String asked = "";
    private volatile String answer = TWO_SAMPLES;
    private @Nullable HttpServer prometheus;

    @BeforeEach
    void aPrometheus() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/v1/query_range",
                exchange -> {
                    asked =
                            URLDecoder.decode(
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8),
                                    StandardCharsets.UTF_8);
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        prometheus = server;
    }

    @AfterEach
    void stop() {
        if (prometheus != null) {
            prometheus.stop(0);
        }
    }

    @Test
    void samplesAreReadInOrderAndAskedForOnWholeSteps() {
        UsageHistory history = ask(history(address()));

        assertThat(history)
                .isInstanceOfSatisfying(
                        UsageHistory.Recorded.class,
                        recorded ->
                                assertThat(recorded.lines())
                                        .singleElement()
                                        .satisfies(line ->
                                                assertThat(line.points())
                                                        .containsExactly(
                                                                new UsageHistory.Point(
                                                                        Instant.ofEpochSecond(
                                                                                1795334400),
                                                                        1.5))));
        assertThat(asked)
                .contains("query=" + UsageQuery.latest(UsageMetric.CPU_USED).promql())
                .contains("end=" + Instant.parse("2026-11-22T08:00:00Z").getEpochSecond())
                .contains("step=900");
    }

    @Test
    void withoutAConfiguredSourceItSaysSo() {
        assertThat(ask(history(null)))
                .isInstanceOfSatisfying(
                        UsageHistory.Unavailable.class,
                        unavailable -> assertThat(unavailable.since()).isNull());
    }

    @Test
    void aSourceThatFailsIsSaidWithSinceWhenAndForgottenWhenItReturns() {
        PrometheusHistory history = history(address());
        answer = "";
        assertThat(ask(history))
                .isInstanceOfSatisfying(
                        UsageHistory.Unavailable.class,
                        unavailable -> {
                            assertThat(unavailable.since()).isEqualTo(NOW);
                            assertThat(unavailable.why().en()).contains("503");
                        });

        answer = TWO_SAMPLES;
        assertThat(ask(history)).isInstanceOf(UsageHistory.Recorded.class);
    }

    @Test
    void anAnswerThatIsNoJsonIsAFailureInWords() {
        answer = "<html>";

        assertThat(ask(history(address()))).isInstanceOf(UsageHistory.Unavailable.class);
    }

    @Test
    void noServerAtAllIsAFailureInWords() {
        assertThat(ask(history("http://127.0.0.1:1"))).isInstanceOf(UsageHistory.Unavailable.class);
    }

    private String address() {
        if (prometheus == null) {
            throw new IllegalStateException("not started");
        }
        return "http://127.0.0.1:" + prometheus.getAddress().getPort() + "/";
    }

    private static UsageHistory ask(PrometheusHistory history) {
        return history.of(List.of(UsageMetric.CPU_USED), UsageQuery::latest, UsagePeriod.DAY);
    }

    private static PrometheusHistory history(@Nullable String address) {
        return new PrometheusHistory(
                new ConsoleProperties(Path.of("."), null, address),
                JsonMapper.shared(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
