package io.jiyun.operator.bureauquota;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Spreads reports: pods that come and go by the hundred change the use each time, and people are
 * served as well by a few writes a second. The more namespaces a status lists, the more it costs
 * the hub to take it in, and the rarer it is reported. While rounds change something the next one
 * tells more, so they are waited for, unless that goes on.
 */
final class StatusPace {
    private static final Duration GAP = Duration.ofMillis(400);
    private static final Duration PER_NAMESPACE = Duration.ofMillis(4);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int GAPS_OF_CHANGE = 3;

    private final Supplier<Duration> uptime;
    private final Map<String, Duration> reported = new ConcurrentHashMap<>();
    private final Map<String, Duration> changing = new ConcurrentHashMap<>();

    /**
     * @param uptime a clock that only goes forward
     */
    StatusPace(Supplier<Duration> uptime) {
        this.uptime = uptime;
    }

    /** A report was made. */
    void reported(String name) {
        reported.put(name, uptime.get());
        changing.remove(name);
    }

    /**
     * How long to wait with the next report; empty for not at all.
     *
     * @param namespaces how many the status lists
     * @param changes whether the round has changed what is recorded
     */
    Optional<Duration> wait(String name, int namespaces, boolean changes) {
        Duration now = uptime.get();
        Duration gap = gap(namespaces);
        if (changes) {
            Duration since = changing.computeIfAbsent(name, _ -> now);
            Duration left = gap.multipliedBy(GAPS_OF_CHANGE).minus(now.minus(since));
            return left.isPositive()
                    ? Optional.of(left.compareTo(gap) < 0 ? left : gap)
                    : Optional.empty();
        }
        changing.remove(name);
        return Optional.ofNullable(reported.get(name))
                .map(last -> gap.minus(now.minus(last)))
                .filter(Duration::isPositive);
    }

    void forget(String name) {
        reported.remove(name);
        changing.remove(name);
    }

    private static Duration gap(int namespaces) {
        Duration gap = GAP.plus(PER_NAMESPACE.multipliedBy(namespaces));
        return gap.compareTo(LONGEST) > 0 ? LONGEST : gap;
    }
}
