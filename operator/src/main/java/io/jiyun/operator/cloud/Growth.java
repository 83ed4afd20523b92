package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Foresees what will be asked for where use has grown lately. The API server refuses a bare pod, or
 * a pod that is to grow in place, without leaving a trace; but it charges what it admits at once,
 * so the largest charge of the last moments tells how much headroom the next one needs.
 */
final class Growth {
    private static final Duration LATELY = Duration.ofSeconds(10);

    /** So many charges of that size ask for headroom at once, or every single one would. */
    private static final int AHEAD = 3;

    private record Charge(Amount amount, Instant at) {}

    private static final class Namespace {
        private Resources used = Resources.none();
        private final Map<ResourceName, Charge> largest = new HashMap<>();
    }

    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();
    private final Clock clock;

    Growth(Clock clock) {
        this.clock = clock;
    }

    /** Takes in what a namespace uses now. */
    void observe(String name, Resources used) {
        Instant now = clock.instant();
        Namespace namespace = namespaces.computeIfAbsent(name, _ -> new Namespace());
        synchronized (namespace) {
            // A resource that is counted for the first time did not grow.
            Resources before = namespace.used;
            used.onlyOf(before.names())
                    .minusToZero(before)
                    .asMap()
                    .forEach((resource, charge) -> {
                        Charge known = namespace.largest.get(resource);
                        boolean isNews =
                                known == null
                                        || isOld(known, now)
                                        || !known.amount().exceeds(charge);
                        if (isNews && charge.value() > 0) {
                            namespace.largest.put(resource, new Charge(charge, now));
                        }
                    });
            // What went leaves room for its like where it stood; nothing more has to come.
            Resources gone = before.minusToZero(used);
            namespace
                    .largest
                    .entrySet()
                    .removeIf(it -> !it.getValue().amount().exceeds(gone.orZero(it.getKey())));
            namespace.used = used;
        }
    }

    /** What will be asked for beyond use and does not fit any more; nothing where it would fit. */
    Resources foreseen(String name, Resources hard) {
        Namespace namespace = namespaces.get(name);
        if (namespace == null) {
            return Resources.none();
        }
        Instant now = clock.instant();
        Resources asked = Resources.none();
        synchronized (namespace) {
            for (Map.Entry<ResourceName, Charge> entry : namespace.largest.entrySet()) {
                ResourceName resource = entry.getKey();
                Charge charge = entry.getValue();
                Amount left = hard.orZero(resource).minusToZero(namespace.used.orZero(resource));
                if (hard.mentions(resource)
                        && !isOld(charge, now)
                        && charge.amount().exceeds(left)) {
                    asked = asked.with(resource, ahead(charge.amount(), hard.orZero(resource)));
                }
            }
        }
        return asked;
    }

    /** Small charges draw several of their size; one that fills the slice draws itself alone. */
    private static Amount ahead(Amount charge, Amount hard) {
        Amount several = Amount.of(hard.unit(), charge.value() * AHEAD);
        return several.exceeds(hard) ? charge : several;
    }

    private static boolean isOld(Charge charge, Instant now) {
        return charge.at().isBefore(now.minus(LATELY));
    }
}
