package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was asked for and refused lately and has not come in, by namespace and by who asked. */
final class Asks {
    private static final Duration LATELY = Duration.ofSeconds(20);

    /** More than really ask in one namespace within that time. */
    private static final int MOST = 256;

    /** What nobody asks for in earnest; sums of such amounts still fit into 63 bits. */
    private static final long LARGEST = 1L << 52;

    private record Open(Ask ask, Instant at) {}

    private final Map<String, Map<Asker, Open>> byNamespace = new ConcurrentHashMap<>();
    private final Clock clock;

    Asks(Clock clock) {
        this.clock = clock;
    }

    /** Takes in an ask; answers whether it is one that is open now. */
    boolean hear(String namespace, Asker asker, Ask ask, Instant at) {
        if (ask.amount().isEmpty() || at.isBefore(clock.instant().minus(LATELY))) {
            return false;
        }
        Map<Asker, Open> here = byNamespace.computeIfAbsent(namespace, _ -> new HashMap<>());
        synchronized (here) {
            if (asker.isUnknown() && isKnown(asker, here)) {
                return false; // the audit stream tells of it, and by name
            }
            here.remove(new Asker(asker.what(), "", ""));
            if (here.size() < MOST || here.containsKey(asker)) {
                here.put(asker, new Open(new Ask(bounded(ask.amount()), ask.used()), at));
            }
        }
        return true;
    }

    private static boolean isKnown(Asker asker, Map<Asker, Open> here) {
        return here.keySet().stream()
                .anyMatch(other -> !other.isUnknown() && other.what().equals(asker.what()));
    }

    /** The sum of what is wanted in a namespace beyond what it uses now. */
    Resources in(String namespace, Resources usedNow) {
        Map<Asker, Open> here = byNamespace.get(namespace);
        if (here == null) {
            return Resources.none();
        }
        Instant since = clock.instant().minus(LATELY);
        synchronized (here) {
            // What was met once is not open again when it goes; else it would draw headroom it
            // left.
            here.values().removeIf(it -> it.at().isBefore(since) || it.ask().isMet(usedNow));
            return bounded(
                    here.values().stream()
                            .map(it -> it.ask().open(usedNow))
                            .collect(Resources.sum()));
        }
    }

    /** What was met once is not open again when it goes. */
    void forgetMet(String namespace, Resources usedNow) {
        Map<Asker, Open> here = byNamespace.get(namespace);
        if (here != null) {
            synchronized (here) {
                here.values().removeIf(it -> it.ask().isMet(usedNow));
            }
        }
    }

    private static Resources bounded(Resources asked) {
        Map<ResourceName, Amount> limits = new TreeMap<>();
        asked.names().forEach(name -> limits.put(name, Amount.of(name.unit(), LARGEST)));
        return asked.cutTo(Resources.of(limits));
    }
}
