package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operator observed of a cloud. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberCloudStatus(
        @JsonPropertyDescription("Generation of the spec that this status answers.")
                @Nullable Long observedGeneration,
        @JsonPropertyDescription(
                        "Whether the cloud's API server answered last time. Left out: not tried"
                                + " yet.")
                @Nullable Boolean reachable,
        @JsonPropertyDescription("Kubernetes version of the cloud. Left out: unknown.")
                @Nullable String version,
        @JsonPropertyDescription(
                        "Share of the pools' CPU and memory capacity (after overcommit) that is"
                                + " committed to bureaus, as text with a percent sign.")
                @Nullable Utilisation utilisation,
        @JsonPropertyDescription("The pools, in the order of the spec.")
                @Nullable List<PoolStatus> pools,
        @JsonPropertyDescription("Conditions Ready, Reachable, Protected and QuotaControllerAlive.")
                @Nullable List<Condition> conditions,
        @JsonPropertyDescription(
                        "What is wrong with the spec or the connection, in Chinese and English."
                                + " Left out: nothing.")
                @Nullable List<SpecViolation> violations) {

    /** Printer columns: text, so that an unknown share can be shown as such. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Utilisation(@Nullable String cpuCommitted, @Nullable String memoryCommitted) {}

    /** One pool as observed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PoolStatus(
            @JsonPropertyDescription("Name of the pool.") String name,
            @JsonPropertyDescription(
                            "What may be allocated: declared or discovered capacity times"
                                    + " overcommit.")
                    @Nullable Map<String, Quantity> allocatable,
            @JsonPropertyDescription(
                            "Physical capacity, declared or discovered, before overcommit.")
                    @Nullable Map<String, Quantity> capacity,
            @JsonPropertyDescription("Sum of the quotas of all bureaus admitted to the pool.")
                    @Nullable Map<String, Quantity> committed,
            @JsonPropertyDescription("Sum of what the bureaus' namespaces use.")
                    @Nullable Map<String, Quantity> used) {}
}
