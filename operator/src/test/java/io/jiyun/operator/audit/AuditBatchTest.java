package io.jiyun.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.operator.cloud.RefusedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditBatchTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void readsWhoWasRefusedAsAnApiServerWritesIt() throws IOException {
        List<RefusedRequest> refused = read(Batches.of(Batches.REFUSED_CREATE));

        assertThat(refused)
                .containsExactly(
                        new RefusedRequest(
                                "a",
                                "admin",
                                "create",
                                "",
                                false,
                                false,
                                "pods \"tenant-vs52z\" is forbidden: exceeded quota: jiyun-quota,"
                                        + " requested: requests.cpu=700m, used: requests.cpu=0,"
                                        + " limited: requests.cpu=500m",
                                Instant.parse("2026-11-22T17:56:23.278700Z")));
    }

    @Test
    void readsAResizeAndATrial() throws IOException {
        List<RefusedRequest> refused =
                read(
                        Batches.of(
                                Batches.REFUSED_CREATE
                                        .replace("/pods\"", "/pods?dryRun=All\"")
                                        .replace(
                                                "\"resource\":\"pods\"",
                                                "\"resource\":\"pods\",\"name\":\"x\",\"subresource\":\"resize\"")));

        assertThat(refused)
                .singleElement()
                .satisfies(it -> assertThat(it.isTrial()).isTrue())
                .satisfies(it -> assertThat(it.isNamed()).isTrue())
                .satisfies(it -> assertThat(it.subresource()).isEqualTo("resize"));
    }

    @Test
    void readsWhoCouldNotChargeAQuotaAndNotWhoCouldNotChangeOne() throws IOException {
        String conflict = Batches.REFUSED_CREATE.replace("\"code\":403", "\"code\":409");

        assertThat(read(Batches.of(conflict))).hasSize(1);
        assertThat(
                        read(
                                Batches.of(
                                        conflict.replace(
                                                "\"resource\":\"pods\"",
                                                "\"resource\":\"resourcequotas\""))))
                .isEmpty();
    }

    @Test
    void keepsNothingOfWhatWasNotRefused() throws IOException {
        String refused = Batches.REFUSED_CREATE;

        assertThat(
                        read(
                                Batches.of(
                                        refused.replace("\"code\":403", "\"code\":201"),
                                        refused.replace("ResponseComplete", "RequestReceived"),
                                        refused.replace("\"namespace\":\"a\",", ""),
                                        "{}")))
                .isEmpty();
        assertThat(read(Batches.of())).isEmpty();
    }

    @Test
    void doesNotMindATimeItCannotRead() throws IOException {
        String late = Batches.REFUSED_CREATE.replace("2026-11-22T17:56:23.278700Z", "yesterday");

        assertThat(read(Batches.of(late)))
                .singleElement()
                .satisfies(it -> assertThat(it.at()).isEqualTo(NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "not json",
                "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"items\":[{",
                "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"items\":{}}",
                "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"items\":[1]}",
                "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"items\":[{\"user\":7}]}",
                "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1beta1\",\"items\":[]}",
                "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[]}",
            })
    void refusesWhatIsNoEventList(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }

    private static List<RefusedRequest> read(String body) throws IOException {
        return AuditBatch.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
