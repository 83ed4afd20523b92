package io.jiyun.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.operator.StartRefused;
import io.jiyun.operator.cloud.RefusedRequest;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditServerTest {
    private static final String BATCH = Batches.of(Batches.REFUSED_CREATE);

    private final Received received = new Received();
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final HttpClient http = HttpClient.newHttpClient();
    private AuditServer server;
    @TempDir private Path folder;

    @BeforeEach
    void listen() throws StartRefused {
        server =
                AuditServer.start(
                        new AuditEndpoint("127.0.0.1", 0, Optional.empty()),
                        received,
                        registry,
                        Clock.systemUTC());
    }

    @AfterEach
    void listenNoMore() {
        server.close();
        http.close();
    }

    @Test
    void takesABatchOfWhoeverKnowsTheCloudsToken() throws Exception {
        assertThat(post("yunzhou", "token-of-yunzhou", BATCH)).isEqualTo(200);

        assertThat(received.taken).singleElement().asString().contains("yunzhou", "tenant-vs52z");
        assertThat(metrics())
                .contains("jiyun_audit_batches", "cloud=yunzhou, code=200")
                .contains("jiyun_audit_refusals");
    }

    @Test
    void aWrongTokenAndACloudThatDoesNotExistAreAnsweredAlike() throws Exception {
        assertThat(post("yunzhou", "token-of-nanhai", BATCH)).isEqualTo(401);
        assertThat(post("atlantis", "token-of-yunzhou", BATCH)).isEqualTo(401);
        assertThat(post("", "token-of-yunzhou", BATCH)).isEqualTo(401);
        assertThat(post("yunzhou/x", "token-of-yunzhou", BATCH)).isEqualTo(401);
        HttpRequest bare =
                HttpRequest.newBuilder(uri("yunzhou")).POST(BodyPublishers.ofString(BATCH)).build();
        assertThat(http.send(bare, BodyHandlers.discarding()).statusCode()).isEqualTo(401);

        assertThat(received.taken).isEmpty();
        assertThat(metrics()).contains("cloud=unknown, code=401");
    }

    @Test
    void badInputIsRefusedAsAWhole() throws Exception {
        String halfGood = BATCH.substring(0, BATCH.length() - 2) + ",7]}";

        assertThat(post("yunzhou", "token-of-yunzhou", halfGood)).isEqualTo(400);
        assertThat(post("yunzhou", "token-of-yunzhou", "hello")).isEqualTo(400);
        HttpRequest get =
                HttpRequest.newBuilder(uri("yunzhou"))
                        .header("Authorization", "Bearer token-of-yunzhou")
                        .build();
        assertThat(http.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(405);

        assertThat(received.taken).isEmpty();
    }

    @Test
    void aBatchThatIsTooLargeIsRefusedAsSoonAsThatShows() throws Exception {
        String unended = BATCH.substring(0, BATCH.length() - 2);

        assertThat(
                        post(
                                "yunzhou",
                                "token-of-yunzhou",
                                unended + " ".repeat((int) AuditHandler.LARGEST)))
                .isEqualTo(413);

        assertThat(received.taken).isEmpty();
    }

    @Test
    void oneThatDoesNotPlaceQuotaSaysSoAndTakesNothing() throws Exception {
        received.isWorking = false;

        assertThat(post("yunzhou", "token-of-yunzhou", BATCH)).isEqualTo(503);

        assertThat(received.taken).isEmpty();
    }

    @Test
    void speaksPlainlyOnALoopbackAddressOnly() {
        assertThatThrownBy(() -> start(new AuditEndpoint("0.0.0.0", 0, Optional.empty())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("with TLS only");
    }

    @Test
    void refusesToStartWithoutAUsableCertificate() throws IOException {
        Files.writeString(folder.resolve("tls.crt"), "nothing");

        assertThatThrownBy(() -> start(new AuditEndpoint("0.0.0.0", 0, Optional.of(folder))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no usable tls.crt and tls.key");
    }

    @Test
    void refusesAPortThatIsTaken() {
        assertThatThrownBy(() ->
                        start(new AuditEndpoint("127.0.0.1", server.port(), Optional.empty())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("choose another with --audit-port");
    }

    private void start(AuditEndpoint endpoint) throws StartRefused {
        AuditServer.start(endpoint, received, new PrometheusRegistry(), Clock.systemUTC()).close();
    }

    private int post(String cloud, String token, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(cloud))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private URI uri(String cloud) {
        return URI.create("http://127.0.0.1:" + server.port() + "/audit/" + cloud);
    }

    private String metrics() {
        StringBuilder text = new StringBuilder();
        registry.scrape()
                .forEach(family -> {
                    text.append(family.getMetadata().getName()).append('\n');
                    family.getDataPoints()
                            .forEach(point -> {
                                point.getLabels()
                                        .forEach(label ->
                                                text.append(
                                                        label.getName()
                                                                + "="
                                                                + label.getValue()
                                                                + ", "));
                                text.append('\n');
                            });
                });
        return text.toString();
    }

    private static final class Received implements AuditReceiver {
        private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean isWorking = true;

        @Override
        public Optional<String> problem(String cloud, String token) {
            return cloud.equals("yunzhou") && token.equals("token-of-yunzhou")
                    ? Optional.empty()
                    : Optional.of("not it");
        }

        @Override
        public boolean isWorking() {
            return isWorking;
        }

        @Override
        public int take(String cloud, List<RefusedRequest> refused) {
            taken.add(cloud + refused);
            return refused.size();
        }
    }
}
