package io.jiyun.operator.bureauquota;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spreads writes that only report: pods that come and go by the hundred change the use each time,
 * and people are served as well by a few writes a second.
 */
final class StatusPace {
    private static final long GAP = Duration.ofMillis(400).toNanos();

    private final Map<String, Long> lastWritten = new ConcurrentHashMap<>();

    void written(String name) {
        lastWritten.put(name, System.nanoTime());
    }

    /** How long to wait with the next report; empty for not at all. */
    Optional<Duration> wait(String name) {
        Long last = lastWritten.get(name);
        long since = last == null ? GAP : System.nanoTime() - last;
        return since >= GAP ? Optional.empty() : Optional.of(Duration.ofNanos(GAP - since));
    }
}
