package io.jiyun.operator.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out whether a cloud's watches still tell anything. A connection that was cut where neither
 * end heard of it looks like one on which nothing happens, for as long as an hour. What is known to
 * have changed there has to be shown some time.
 */
final class WatchCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What stands on the cloud since that moment. */
    private record Change(long version, Instant since) {}

    private Optional<Change> awaited = Optional.empty();

    /** An object that is watched was read in that version. */
    void changed(long version, Instant now) {
        if (awaited.isEmpty()) {
            awaited = Optional.of(new Change(version, now));
        }
    }

    /**
     * Whether nothing can be expected of the watch any more.
     *
     * @param shown the version it showed last; empty where it never showed the object
     */
    boolean isDead(Optional<Long> shown, Instant now) {
        if (awaited.isEmpty() || shown.isEmpty()) {
            return false;
        }
        Change change = awaited.get();
        if (shown.get() >= change.version()) {
            awaited = Optional.empty();
            return false;
        }
        return now.isAfter(change.since().plus(PATIENCE));
    }
}
