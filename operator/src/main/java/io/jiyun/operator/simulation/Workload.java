package io.jiyun.operator.simulation;

import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.quota.amount.QuantityText;
import io.jiyun.quota.amount.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A business system in its place, and what it does at any moment. Everything here is a function of
 * the seed and the time alone, so that history and the living tenants tell the same story.
 */
record Workload(
        ProvinceSeed.Bureau bureau,
        ProvinceSeed.BusinessSystem system,
        BureauNamespace place,
        double cores,
        double bytes,
        SmoothNoise noise) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Workload of(
            ProvinceSeed province, ProvinceSeed.Bureau bureau, ProvinceSeed.BusinessSystem system) {
        BureauNamespace place =
                bureau.quota().namespacesOrEmpty().stream()
                        .filter(namespace -> namespace.name().equals(system.namespace()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "system %s of bureau %s names namespace %s, which the quota does not"
                                                .formatted(
                                                        system.id(),
                                                        bureau.name(),
                                                        system.namespace())));
        return new Workload(
                bureau,
                system,
                place,
                QuantityText.observed(Unit.MILLICORE, system.cpu()).value() / 1000.0,
                QuantityText.observed(Unit.BYTE, system.memory()).value(),
                new SmoothNoise(province.seed(), system.id()));
    }

    /** From 0 to 1. */
    double load(Instant time) {
        ZonedDateTime local = time.atZone(ZONE);
        double shape = system.profile().at(local, system.seasonOrNone());
        return Math.clamp(shape * (0.85 + 0.3 * noise.at(time, 3600)), 0, 1);
    }

    /**
     * Pods wanted. Few government systems scale, and none to zero; the small term that changes
     * within minutes is the coming and going of a rolling update here and there.
     */
    int pods(Instant time) {
        if (system.profile() == LoadProfile.DEAD) {
            return system.pods();
        }
        double least = system.profile() == LoadProfile.ROUND_THE_CLOCK ? 0.85 : 0.66;
        double share = least + 0.3 * load(time) + 0.12 * (noise.at(time, 240) - 0.5);
        return Math.clamp(Math.round(system.pods() * share), 1, system.pods());
    }

    double cpuUsed(Instant time) {
        double used = 0.02 + 0.7 * load(time) * (0.9 + 0.2 * noise.at(time, 120));
        return pods(time) * cores * (isAsleep() ? 0.006 : used);
    }

    /** Memory follows load slowly: most of it is held whether or not anybody works. */
    double memoryUsed(Instant time) {
        double used = 0.42 + 0.28 * load(time) + 0.06 * noise.at(time, 7200);
        return pods(time) * bytes * (isAsleep() ? 0.11 : used);
    }

    double received(Instant time) {
        return (isAsleep() ? 300 : 4_000 + 900_000 * cpuUsed(time))
                * (0.8 + 0.4 * noise.at(time, 90));
    }

    double sent(Instant time) {
        return 1.7 * received(time.plusSeconds(17));
    }

    private boolean isAsleep() {
        return system.profile() == LoadProfile.DEAD;
    }
}
