package io.jiyun.console.cloud;

import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cloud and its pools.
 *
 * @param reachable whether its API server answered the operator; null while that is not known
 * @param violations what is wrong with it, for people of the province
 * @param simulated whether it is a simulation, which pages must say
 */
public record CloudSummary(
        String name,
        String displayName,
        CloudRole role,
        @Nullable String region,
        @Nullable String owner,
        @Nullable Boolean reachable,
        @Nullable String version,
        boolean simulated,
        List<PoolSummary> pools,
        List<SpecViolation> violations) {}
