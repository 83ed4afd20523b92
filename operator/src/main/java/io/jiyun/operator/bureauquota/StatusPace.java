package io.jiyun.operator.bureauquota;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spreads writes that only report: pods that come and go by the hundred change the use each time,
 * and people are served as well by a few writes a second. The more namespaces a status lists, the
 * more it costs the hub to take it in, and the rarer it is reported.
 */
final class StatusPace {
    private static final Duration GAP = Duration.ofMillis(400);
    private static final Duration PER_NAMESPACE = Duration.ofMillis(4);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<String, Long> lastWritten = new ConcurrentHashMap<>();

    void written(String name) {
        lastWritten.put(name, System.nanoTime());
    }

    /**
     * How long to wait with the next report; empty for not at all.
     *
     * @param namespaces how many the status lists
     */
    Optional<Duration> wait(String name, int namespaces) {
        Long last = lastWritten.get(name);
        if (last == null) {
            return Optional.empty();
        }
        Duration wait = gap(namespaces).minusNanos(System.nanoTime() - last);
        return wait.isPositive() ? Optional.of(wait) : Optional.empty();
    }

    private static Duration gap(int namespaces) {
        Duration gap = GAP.plus(PER_NAMESPACE.multipliedBy(namespaces));
        return gap.compareTo(LONGEST) > 0 ? LONGEST : gap;
    }
}
