package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the simulation starts from, as {@code province.yaml} says it.
 *
 * @param seed changes the small print of the load curves
 * @param days how far the usage history goes back
 */
record ProvinceSeed(
        String name,
        String region,
        long seed,
        int days,
        List<City> cities,
        List<Cloud> clouds,
        List<Bureau> bureaus) {

    record City(String name, String region) {}

    record Cloud(String name, MemberCloudSpec spec) {}

    /** A bureau, its quota, and the business systems 业务系统 it runs. */
    record Bureau(String name, BureauQuotaSpec quota, List<BusinessSystem> systems) {}

    /**
     * A business system.
     *
     * @param pods the most it runs at once
     * @param cpu request of each pod
     * @param memory request of each pod
     * @param season the months in which a seasonal system is used
     */
    record BusinessSystem(
            String id,
            String name,
            String namespace,
            int pods,
            String cpu,
            String memory,
            LoadProfile profile,
            @Nullable Set<Integer> season) {

        Set<Integer> seasonOrNone() {
            return season == null ? Set.of() : season;
        }
    }

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The province that is built in. */
    static ProvinceSeed builtIn() {
        try (InputStream in = ProvinceSeed.class.getResourceAsStream("province.yaml")) {
            return YAML.readValue(Objects.requireNonNull(in), ProvinceSeed.class);
        } catch (IOException e) {
            throw new UncheckedIOException("province.yaml cannot be read", e);
        }
    }

    static ProvinceSeed read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return YAML.readValue(in, ProvinceSeed.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Every system with the place it runs in. */
    Stream<Workload> workloads() {
        return bureaus.stream()
                .flatMap(bureau ->
                        bureau.systems().stream().map(system -> Workload.of(this, bureau, system)));
    }
}
