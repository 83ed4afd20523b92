package io.jiyun.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantLifeTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T02:15:00Z"), ZoneOffset.UTC);

    private final SimulatedCloud cloud = SimulatedCloud.start(0);
    private final KubernetesClient client = SimulatedClient.of(cloud);
    private final List<Workload> systems =
            ProvinceSeed.builtIn()
                    .workloads()
                    .filter(workload -> workload.place().name().equals("health-prod"))
                    .toList();
    private final TenantLife tenants =
            new TenantLife(cloud.server().api(), systems, CLOCK, new Random(1));

    @BeforeEach
    void createNamespace() {
        SimulatedClient.createNamespace(client, "health-prod");
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    private int pods() {
        return client.pods().inNamespace("health-prod").list().getItems().size();
    }

    @Test
    void nobodyStartsBeforeTheQuotaIsConfirmed() {
        tenants.turn();

        assertThat(pods()).isZero();
    }

    @Test
    void everySystemRunsThePodsItsLoadAsksFor() {
        SimulatedClient.createQuota(client, "health-prod", Map.of("requests.cpu", "100"));
        int wanted = systems.stream().mapToInt(system -> system.pods(CLOCK.instant())).sum();

        IntStream.range(0, 5).forEach(turn -> tenants.turn());

        assertThat(pods()).isBetween(wanted, wanted + 5);
    }

    @Test
    void aRefusedPodLeavesAnEventWithTheAsk() {
        SimulatedClient.createQuota(client, "health-prod", Map.of("requests.cpu", "1500m"));

        IntStream.range(0, 5).forEach(turn -> tenants.turn());

        assertThat(client.v1().events().inNamespace("health-prod").list().getItems())
                .anySatisfy(event -> {
                    assertThat(event.getReason()).isEqualTo("FailedCreate");
                    assertThat(event.getMessage())
                            .contains("exceeded quota: jiyun-quota, requested: ");
                });
    }
}
