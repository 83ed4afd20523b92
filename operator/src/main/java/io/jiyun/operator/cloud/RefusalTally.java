package io.jiyun.operator.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many refusals have been heard of, where an event, the audit stream, or one after the other
 * tell of the same one: both in the API server's own words, which name the object.
 */
final class RefusalTally {
    /** How long the other source may be behind. */
    private static final Duration APART = Duration.ofSeconds(10);

    private static final int REMEMBERED = 2_048;

    /**
     * Told by one source and not yet by the other.
     *
     * @param balance above zero the refusals that only the audit stream told of, below it those
     *     that only events told of
     */
    private record Unmatched(int balance, Instant at) {}

    private final Map<String, Unmatched> unmatched = new LinkedHashMap<>();
    private final Clock clock;
    private long count;

    RefusalTally(Clock clock) {
        this.clock = clock;
    }

    /** Answers whether any of it is news. */
    boolean byEvent(String text, int times) {
        return take(text, -times);
    }

    /** Answers whether it is news. */
    boolean byAudit(String text) {
        return take(text, 1);
    }

    private synchronized boolean take(String text, int more) {
        Instant now = clock.instant();
        Unmatched known = unmatched.remove(text);
        int before = known == null || known.at().plus(APART).isBefore(now) ? 0 : known.balance();
        int after = before + more;
        boolean isOther = Integer.signum(before) * Integer.signum(more) < 0;
        int news = isOther ? Math.max(0, Math.abs(more) - Math.abs(before)) : Math.abs(more);
        count += news;
        if (after != 0) {
            unmatched.put(text, new Unmatched(after, now));
            if (unmatched.size() > REMEMBERED) {
                unmatched.remove(unmatched.keySet().iterator().next());
            }
        }
        return news > 0;
    }

    synchronized long count() {
        return count;
    }
}
