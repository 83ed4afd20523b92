package io.jiyun.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.operator.simulation.server.ResourceType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvinceSeedTest {
    private final ProvinceSeed province = ProvinceSeed.builtIn();

    @Test
    void theProvinceIsAsBigAsItSays() {
        assertThat(province.cities()).hasSize(9);
        assertThat(province.bureaus()).hasSize(24);
        assertThat(province.clouds()).hasSize(3);
        assertThat(province.workloads().count()).isBetween(85L, 100L);
    }

    @Test
    void everySystemHasItsPlaceAndItsOwnName() {
        List<String> ids = province.workloads().map(workload -> workload.system().id()).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void namespacesAndCodesBelongToOneBureauEach() {
        assertThat(province.bureaus().stream().map(bureau -> bureau.quota().bureau().code()))
                .doesNotHaveDuplicates();
        assertThat(
                        province.bureaus().stream()
                                .flatMap(bureau -> bureau.quota().namespacesOrEmpty().stream())
                                .map(BureauQuotaSpec.BureauNamespace::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLoadProfileHasASystem() {
        assertThat(
                        province.workloads()
                                .map(workload -> workload.system().profile())
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(LoadProfile.values());
    }

    @Test
    void theClustersAcceptTheirSeed(@TempDir Path data) {
        try (SimulatedProvince running = SimulatedProvince.start(data, null)) {
            var hub = running.cloud("provincial").server();
            assertThat(hub.list("jiyun.io/v1alpha1", "BureauQuota")).hasSize(24);
            assertThat(hub.list("jiyun.io/v1alpha1", "MemberCloud"))
                    .hasSize(3)
                    .allSatisfy(cloud ->
                            assertThat(cloud.at("/metadata/labels").toString())
                                    .contains("\"jiyun.io/simulated\":\"true\""));
            assertThat(hub.api().list(ResourceType.SECRET, "jiyun-system")).hasSize(2);
        }
    }

    @Test
    void aSecondRunGoesOnWithWhatTheFirstLeft(@TempDir Path data) {
        try (SimulatedProvince first = SimulatedProvince.start(data, null)) {
            var hub = first.cloud("provincial").server();
            var quota = hub.list("jiyun.io/v1alpha1", "BureauQuota").getFirst();
            hub.delete(quota);
        }

        try (SimulatedProvince second = SimulatedProvince.start(data, null)) {
            var hub = second.cloud("provincial").server();
            assertThat(hub.list("jiyun.io/v1alpha1", "BureauQuota")).hasSize(23);
        }
    }

    /** So that whoever starts a demo, at whatever hour, meets a loan in use. */
    @Test
    void oneBureauAlwaysNeedsMoreThanItsQuotaAndNeverMoreThanItMayBorrow() {
        List<Workload> systems =
                province.workloads()
                        .filter(each -> each.place().name().equals("healthcare-security-prod"))
                        .toList();
        Instant start = Instant.parse("2026-11-02T00:00:00Z");
        for (int hour = 0; hour < 24 * 60; hour++) {
            Instant time = start.plus(Duration.ofHours(hour));
            double needs =
                    systems.stream().mapToDouble(each -> each.pods(time) * each.cores()).sum();
            assertThat(needs).as("%s", time).isBetween(201.0, 260.0);
        }
    }

    @Test
    void twoRunsOfTheSameSeedAgreeOnEveryMoment() {
        var now = Clock.systemUTC().instant();
        var again = ProvinceSeed.builtIn();

        assertThat(again.workloads().map(workload -> workload.cpuUsed(now)))
                .containsExactlyElementsOf(
                        province.workloads().map(workload -> workload.cpuUsed(now)).toList());
    }
}
