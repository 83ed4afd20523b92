package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.SizedAsk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was asked for and refused lately and has not come in, by namespace and by who asked. */
final class Asks {
    private static final Duration LATELY = Duration.ofSeconds(20);

    /** More than really ask in one namespace within that time. */
    private static final int MOST = 256;

    /** What nobody asks for in earnest; sums of such amounts still fit into 63 bits. */
    private static final long LARGEST = 1L << 52;

    /** How many of the latest levels of use are remembered, for asks that are told late. */
    private static final int LEVELS = 64;

    /** Who asks again and again and then no more has been served, or has given up. */
    private static final int REPEATS_MISSED = 4;

    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    private record Open(Ask ask, Instant at, Instant until) {}

    /** What was seen to be used at a moment. */
    private record Level(Resources used, Instant at) {}

    private static final class Here {
        private final Map<Asker, Open> open = new HashMap<>();
        private final Deque<Level> levels = new ArrayDeque<>();
    }

    private final Map<String, Here> byNamespace = new ConcurrentHashMap<>();
    private final Clock clock;

    Asks(Clock clock) {
        this.clock = clock;
    }

    /** Takes in an ask; answers whether it is one that is open now. */
    boolean hear(String namespace, Asker asker, Ask ask, Instant at) {
        if (ask.amount().isEmpty() || at.isBefore(clock.instant().minus(LATELY))) {
            return false;
        }
        Here here = byNamespace.computeIfAbsent(namespace, _ -> new Here());
        synchronized (here) {
            forgetEnded(here);
            if (wasMet(ask, at, here) || isToldBetter(asker, here)) {
                return false;
            }
            here.open.remove(new Asker(asker.what(), "", ""));
            if (here.open.size() < MOST || here.open.containsKey(asker)) {
                Instant until = until(asker, at, here.open.get(asker));
                here.open.put(asker, new Open(ask.cutTo(bounds(ask.amount())), at, until));
            }
        }
        if (!asker.isCounted()) {
            forgetCounted(RefusalCell.of(namespace));
        }
        return true;
    }

    /** What was counted in a cell is most likely what was told of there now. */
    private void forgetCounted(RefusalCell cell) {
        byNamespace.forEach((namespace, here) -> {
            if (RefusalCell.of(namespace).equals(cell)) {
                synchronized (here) {
                    here.open.keySet().removeIf(Asker::isCounted);
                }
            }
        });
    }

    /**
     * How long an ask stays open. Events do not tell of every repetition; the audit stream does.
     * Repetitions are told apart by the cloud's clock, and missed by this one.
     */
    private Instant until(Asker asker, Instant at, @Nullable Open before) {
        if (asker.isCounted()) {
            return at.plus(BRIEFLY); // if it was another namespace of the cell, it is over soon
        }
        if (asker.isUnknown() || before == null) {
            return at.plus(LATELY);
        }
        Duration missed = Duration.between(before.at(), at).abs().multipliedBy(REPEATS_MISSED);
        Duration least = missed.compareTo(BRIEFLY) < 0 ? BRIEFLY : missed;
        return clock.instant().plus(least.compareTo(LATELY) > 0 ? LATELY : least);
    }

    /** Whether it has come in before it was told of, even if it went again since. */
    private static boolean wasMet(Ask ask, Instant at, Here here) {
        return here.levels.stream()
                .anyMatch(level -> !level.at().isBefore(at) && ask.isMet(level.used()));
    }

    /**
     * Whether the audit stream tells of it by name. Something that was only counted may be whatever
     * else is known to be asked for there.
     */
    private static boolean isToldBetter(Asker asker, Here here) {
        return here.open.keySet().stream()
                .anyMatch(other ->
                        asker.isCounted()
                                ? !other.isCounted()
                                : asker.isUnknown()
                                        && !other.isUnknown()
                                        && other.what().equals(asker.what()));
    }

    /** By how much more a namespace has used since than at that moment, if only for a while. */
    Resources came(String namespace, Instant since) {
        Here here = byNamespace.get(namespace);
        if (here == null) {
            return Resources.none();
        }
        synchronized (here) {
            Resources before = null;
            Resources most = Resources.none();
            for (Level level : here.levels) {
                if (!level.at().isAfter(since)) {
                    before = level.used();
                } else if (before != null) {
                    Resources more = level.used().onlyOf(before).minusToZero(before);
                    most = most.largerOf(more);
                }
            }
            return most;
        }
    }

    /** Whether something else than a count tells of an ask that is open. */
    boolean isTold(String namespace) {
        Here here = byNamespace.get(namespace);
        if (here == null) {
            return false;
        }
        synchronized (here) {
            forgetEnded(here);
            return !here.open.keySet().stream().allMatch(Asker::isCounted);
        }
    }

    /** What is wanted in a namespace beyond what it uses now, each ask for itself. */
    List<SizedAsk> open(String namespace, Resources usedNow) {
        Here here = byNamespace.get(namespace);
        if (here == null) {
            return List.of();
        }
        synchronized (here) {
            forgetEnded(here);
            forgetMet(here, usedNow);
            List<SizedAsk> asks = new ArrayList<>();
            Resources sum = Resources.none();
            for (Open each : here.open.values()) {
                SizedAsk ask = each.ask().open(usedNow);
                Resources more = sum.plus(ask.most());
                if (more.fitsWithin(bounds(more))) {
                    asks.add(ask);
                    sum = more;
                }
            }
            return asks;
        }
    }

    /** Takes in what a namespace uses now. */
    void observe(String namespace, Resources usedNow) {
        Here here = byNamespace.computeIfAbsent(namespace, _ -> new Here());
        synchronized (here) {
            forgetMet(here, usedNow);
            here.levels.addLast(new Level(usedNow, clock.instant()));
            if (here.levels.size() > LEVELS) {
                here.levels.removeFirst();
            }
        }
    }

    private void forgetEnded(Here here) {
        Instant now = clock.instant();
        here.open.values().removeIf(it -> it.until().isBefore(now));
    }

    /** What was met once is not open again when it goes; else it would draw headroom it left. */
    private static void forgetMet(Here here, Resources usedNow) {
        here.open.values().removeIf(it -> it.ask().isMet(usedNow));
    }

    private static Resources bounds(Resources asked) {
        Map<ResourceName, Amount> limits = new TreeMap<>();
        asked.names().forEach(name -> limits.put(name, Amount.of(name.unit(), LARGEST)));
        return Resources.of(limits);
    }
}
