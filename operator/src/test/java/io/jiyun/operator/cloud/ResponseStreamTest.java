package io.jiyun.operator.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnControlPlane
class ResponseStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SEED = 20261123;
    private static final int TIMES = 100;

    @Test
    void givesAllOfAnAnswer(Testbed testbed) throws IOException, InterruptedException {
        KubernetesClient client = testbed.admin();
        try (InputStream answer = ResponseStream.of(client, "/openapi/v2", PATIENCE)) {
            String text = new String(answer.readAllBytes(), UTF_8);
            assertThat(text).isEqualTo(client.raw("/openapi/v2")).hasSizeGreaterThan(1_000_000);
        }
    }

    @Test
    void whoeverIsInterruptedWhileReadingLeavesTheConnectionToTheOthers(Testbed testbed)
            throws InterruptedException {
        KubernetesClient client = testbed.admin();
        Random random = new Random(SEED);
        for (int i = 0; i < TIMES; i++) {
            int bytes = random.nextInt(1, 2_000_000);
            Thread reader = Thread.ofVirtual().start(() -> readInterrupted(client, bytes));
            assertThat(reader.join(PATIENCE)).as("after %d, seed %d", i, SEED).isTrue();
            assertThat(client.getKubernetesVersion()).as("after %d, seed %d", i, SEED).isNotNull();
        }
    }

    @Test
    void whatIsLeftHalfReadTakesNothingFromTheConnection(Testbed testbed)
            throws IOException, InterruptedException {
        KubernetesClient client = testbed.admin();
        for (int i = 0; i < TIMES; i++) {
            try (InputStream answer = ResponseStream.of(client, "/openapi/v2", PATIENCE)) {
                assertThat(answer.read()).isEqualTo('{');
            }
        }
        assertThat(client.raw("/openapi/v2")).hasSizeGreaterThan(1_000_000);
    }

    @Test
    void saysWhatWasAnsweredInstead(Testbed testbed) {
        assertThatThrownBy(() -> ResponseStream.of(testbed.admin(), "/nowhere", PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessage("it answers with 404");
    }

    @Test
    void doesNotWaitForEverForTheRestOfAnAnswer(Testbed testbed)
            throws IOException, InterruptedException {
        String endless = "/api/v1/namespaces?watch=true";
        try (InputStream answer =
                ResponseStream.of(testbed.admin(), endless, Duration.ofSeconds(1))) {
            assertThatThrownBy(answer::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in time");
        }
        assertThat(testbed.admin().getKubernetesVersion()).isNotNull();
    }

    private static void readInterrupted(KubernetesClient client, int bytes) {
        try (InputStream answer = ResponseStream.of(client, "/openapi/v2", PATIENCE)) {
            answer.skipNBytes(bytes);
            Thread.currentThread().interrupt(); // noticed when it has to wait for more
            answer.readAllBytes();
        } catch (IOException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
