package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Foresees what will be asked for where use has grown lately. The API server refuses a bare pod, or
 * a pod that is to grow in place, without leaving a trace; but it charges what it admits at once,
 * so the largest charge of the last moments tells how much headroom the next one needs.
 */
final class Growth {
    private static final Duration LATELY = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofSeconds(20);
    private static final int MOST_REMEMBERED = 16;

    /** Use that grows is foreseen to grow as much again in the time it takes to make room. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** So many charges of that size ask for headroom at once, or every single one would. */
    private static final int AHEAD = 3;

    private record Charge(Amount amount, Instant at) {}

    /** What came in at once. */
    private record Arrival(Resources charge, Instant at) {}

    /** What was used at a moment. */
    private record Level(Resources used, Instant at) {}

    private static final class Namespace {
        private Resources used = Resources.none();
        private final Map<ResourceName, Charge> largest = new HashMap<>();
        private final Deque<Arrival> arrivals = new ArrayDeque<>();
        private final Deque<Level> levels = new ArrayDeque<>();
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
            Resources charge = used.onlyOf(before).minusToZero(before);
            if (!charge.isZero()) {
                namespace.arrivals.addFirst(new Arrival(charge, now));
                forget(namespace, now);
            }
            charge.asMap()
                    .forEach((resource, amount) -> {
                        Charge known = namespace.largest.get(resource);
                        boolean isNews =
                                known == null
                                        || isOld(known.at(), now)
                                        || !known.amount().exceeds(amount);
                        if (isNews && amount.value() > 0) {
                            namespace.largest.put(resource, new Charge(amount, now));
                        }
                    });
            // What went leaves room for its like where it stood; nothing more has to come.
            Resources gone = before.minusToZero(used);
            namespace
                    .largest
                    .entrySet()
                    .removeIf(it -> !it.getValue().amount().exceeds(gone.orZero(it.getKey())));
            namespace.used = used;
            namespace.levels.addFirst(new Level(used, now));
            settleLevels(namespace, now);
        }
    }

    /** Keeps those of the last moment and the one before, from which use grew. */
    private static void settleLevels(Namespace namespace, Instant now) {
        Instant since = now.minus(MOMENT);
        Level oldest = null;
        while (!namespace.levels.isEmpty() && !namespace.levels.getLast().at().isAfter(since)) {
            oldest = namespace.levels.removeLast();
        }
        if (oldest != null) {
            namespace.levels.addLast(oldest);
        }
    }

    /** By how much more is used than a moment ago; what came and went is no growth. */
    private static Resources grown(Namespace namespace, Instant now) {
        settleLevels(namespace, now);
        Resources before = namespace.levels.getLast().used();
        return namespace.used.onlyOf(before).minusToZero(before);
    }

    private static void forget(Namespace namespace, Instant now) {
        Deque<Arrival> arrivals = namespace.arrivals;
        while (!arrivals.isEmpty()
                && (arrivals.size() > MOST_REMEMBERED
                        || arrivals.getLast().at().isBefore(now.minus(REMEMBERED)))) {
            arrivals.removeLast();
        }
    }

    /** What came in lately, each of it at once. */
    List<Resources> charges(String name) {
        Namespace namespace = namespaces.get(name);
        if (namespace == null) {
            return List.of();
        }
        synchronized (namespace) {
            forget(namespace, clock.instant());
            return namespace.arrivals.stream().map(Arrival::charge).toList();
        }
    }

    /** Whether anything came in during the last moments. */
    boolean isLively(String name) {
        Namespace namespace = namespaces.get(name);
        if (namespace == null) {
            return false;
        }
        synchronized (namespace) {
            return !namespace.arrivals.isEmpty()
                    && !isOld(namespace.arrivals.getFirst().at(), clock.instant());
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
            Resources grown = grown(namespace, now);
            for (Map.Entry<ResourceName, Charge> entry : namespace.largest.entrySet()) {
                ResourceName resource = entry.getKey();
                Charge charge = entry.getValue();
                Amount left = hard.orZero(resource).minusToZero(namespace.used.orZero(resource));
                Amount pace = grown.orZero(resource);
                Amount least = charge.amount().largerOf(half(pace));
                if (hard.mentions(resource) && !isOld(charge.at(), now) && least.exceeds(left)) {
                    Amount ahead = ahead(charge.amount(), hard.orZero(resource));
                    asked = asked.with(resource, ahead.largerOf(pace));
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

    private static Amount half(Amount amount) {
        return Amount.of(amount.unit(), amount.value() / 2);
    }

    private static boolean isOld(Instant at, Instant now) {
        return at.isBefore(now.minus(LATELY));
    }
}
