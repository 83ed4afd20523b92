package io.jiyun.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiyun.usage.Over;
import io.jiyun.usage.UsageLabel;
import io.jiyun.usage.UsageMetric;
import io.jiyun.usage.UsageQuery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusApiTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T02:15:00Z"), ZoneOffset.UTC);

    private final PrometheusApi prometheus =
            PrometheusApi.start(new UsageHistory(ProvinceSeed.builtIn(), CLOCK), CLOCK, 0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        prometheus.close();
        http.close();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prometheus.url() + path)).build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(body);
    }

    private static String encoded(UsageQuery query) {
        return URLEncoder.encode(query.promql(), StandardCharsets.UTF_8);
    }

    @Test
    void aQuestionOfTheMomentIsAnsweredWithAVector() throws Exception {
        UsageQuery query =
                UsageQuery.latest(UsageMetric.PODS)
                        .over(new Over.Average(Duration.ofDays(7)))
                        .where(UsageLabel.BUREAU, "health")
                        .sumBy(UsageLabel.NAMESPACE);

        JsonNode answer = get("/api/v1/query?query=" + encoded(query));

        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(answer.at("/data/resultType").asText()).isEqualTo("vector");
        assertThat(answer.at("/data/result")).hasSize(2);
        assertThat(answer.at("/data/result/0/metric").toString())
                .isEqualTo("{\"namespace\":\"health-prod\"}");
        assertThat(Double.parseDouble(answer.at("/data/result/0/value/1").asText()))
                .isBetween(4.0, 9.0);
    }

    @Test
    void aQuestionOfAPeriodIsAnsweredWithAMatrix() throws Exception {
        UsageQuery query =
                UsageQuery.latest(UsageMetric.CPU_USED)
                        .where(UsageLabel.CLOUD, "yunzhou")
                        .sumBy(UsageLabel.CLOUD);

        JsonNode answer =
                get(
                        "/api/v1/query_range?start=2026-11-19T00:00:00Z&end=2026-11-19T06:00:00Z"
                                + "&step=1h&query="
                                + encoded(query));

        assertThat(answer.at("/data/resultType").asText()).isEqualTo("matrix");
        assertThat(answer.at("/data/result/0/values")).hasSize(7);
    }

    @Test
    void whatIsNotInTheCatalogueIsBadData() throws Exception {
        JsonNode answer = get("/api/v1/query?query=up");

        assertThat(answer.path("status").asText()).isEqualTo("error");
        assertThat(answer.path("errorType").asText()).isEqualTo("bad_data");
        assertThat(answer.path("error").asText()).isNotEmpty();
    }

    @Test
    void tooManyPointsAreRefusedAsPrometheusDoes() throws Exception {
        JsonNode answer =
                get(
                        "/api/v1/query_range?start=0&end=1000000000&step=1&query="
                                + encoded(UsageQuery.latest(UsageMetric.PODS)));

        assertThat(answer.path("error").asText()).contains("11,000 points");
    }
}
