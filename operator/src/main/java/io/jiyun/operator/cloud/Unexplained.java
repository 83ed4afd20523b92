package io.jiyun.operator.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a cloud has refused what nothing explains, from one reading to the next. */
final class Unexplained {
    /** A policy may see a quota a moment later than it is charged, and say nothing. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** By then policies stand, API servers use them, and their counts have been read. */
    private static final Duration LONG = Duration.ofSeconds(3);

    /** What was refused before a silence like this is another matter. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private Instant since = Instant.MIN;
    private Instant last = Instant.MIN;

    /**
     * Takes in a reading that told of refusals.
     *
     * @param isExplained whether it is known of nearly all of them who was refused
     * @param counting of the policies that are to find it out
     * @return empty where the next reading decides
     */
    Optional<Whose> after(boolean isExplained, Counting.State counting, Instant now) {
        if (isExplained) {
            since = Instant.MIN;
            return Optional.of(Whose.KNOWN);
        }
        Duration lasted = lasted(now);
        if (counting == Counting.State.IMPOSSIBLE || lasted.compareTo(LONG) >= 0) {
            return Optional.of(Whose.UNKNOWN);
        }
        return counting == Counting.State.INSTALLED && lasted.compareTo(MOMENT) < 0
                ? Optional.empty()
                : Optional.of(Whose.SOON_KNOWN);
    }

    /**
     * The same of a cloud whose audit stream is heard. It tells of everything, sometimes late: only
     * where it goes on keeping something back is that no part of it.
     *
     * @param isTold whether it told of all of them
     * @return empty where nothing is to change
     */
    Optional<Whose> afterStream(boolean isTold, Instant now) {
        if (isTold) {
            return isSilent(now) ? Optional.of(Whose.KNOWN) : Optional.empty();
        }
        return lasted(now).compareTo(LONG) < 0 ? Optional.empty() : Optional.of(Whose.UNKNOWN);
    }

    private Duration lasted(Instant now) {
        if (since.equals(Instant.MIN) || isSilent(now)) {
            since = now;
        }
        last = now;
        return Duration.between(since, now);
    }

    private boolean isSilent(Instant now) {
        return last.plus(SILENCE).isBefore(now);
    }
}
