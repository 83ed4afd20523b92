package io.jiyun.operator.bureauquota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the free room of one bureau in one pool goes round. Lumps of the size that has been seen to
 * be asked for come first; between two of these circles one turn is given to something larger,
 * which doubles until a lump is all there is. Whoever goes on asking is served within one circle of
 * that size, if only what is offered stands as long as it takes to ask again: therefore each circle
 * in vain makes the turns longer, which also lets a bureau that nobody asks in come to rest.
 */
final class Rotation {
    private static final Duration SHORTEST = Duration.ofMillis(150);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LONGER = 4;

    /** Where things come and go all the time nothing ever stands exactly as decided. */
    private static final Duration UNSETTLED = Duration.ofMillis(400);

    /** Refusals count as ended after so long a silence, or after some turns. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** Where things come in all the time, their like is most likely what is refused, too. */
    private static final Duration BETWEEN_GUESSES = Duration.ofSeconds(4);

    /** While things come in, what is most likely has its turn after so many guesses. */
    private static final int AT_A_STRETCH = 4;

    /** By then it is known of every refusal. */
    private static final Duration TOLD_LATE = Duration.ofMillis(700);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

    /** What a round found. */
    record Found(
            Turn.@Nullable Taken taken,
            boolean settled,
            int namespaces,
            boolean lively,
            Resources free,
            Map<String, Resources> used) {}

    private Turn seen = Turn.first(0);
    private Turn guess = Turn.first(1);
    private boolean guessing;
    private boolean seenSuffices;
    private boolean larger;
    private int guesses;
    private int servedOfGuess;
    private Duration dwell = SHORTEST;
    private Instant refusedAt = Instant.MIN;
    private Instant guessedAt = Instant.MIN;
    private @Nullable Instant begunAt;
    private @Nullable Instant laidAt;
    private Map<String, Resources> usedBefore = new HashMap<>();

    private Rotation() {}

    static Rotation begin(Instant now) {
        Rotation rotation = new Rotation();
        rotation.refusedAt = now;
        rotation.guessedAt = now;
        return rotation;
    }

    Turn turn() {
        return guessing ? guess : seen;
    }

    void refused(Instant now) {
        refusedAt = now;
    }

    boolean isOver(Instant now) {
        Duration longest = dwell.multipliedBy(LONGER);
        return refusedAt.plus(longest.compareTo(SILENCE) > 0 ? longest : SILENCE).isBefore(now);
    }

    /** Whether turns change so often that only few bureaus may have them at once. */
    boolean isBrisk() {
        return dwell.compareTo(SHORTEST.multipliedBy(LONGER)) <= 0;
    }

    /**
     * Takes in a round.
     *
     * @return when to have the next one; empty where something will happen that says so
     */
    Optional<Duration> after(Found found, Instant now) {
        if (hasHelped(found)) {
            dwell = SHORTEST;
            larger = false;
        }
        usedBefore = found.used();
        Turn.Taken taken = found.taken();
        if (taken == null) {
            return Optional.empty();
        }
        Instant began = begunAt == null ? now : begunAt;
        begunAt = began;
        boolean stands = found.settled() || taken.slides() || began.plus(UNSETTLED).isBefore(now);
        if (!stands) {
            return Optional.of(UNSETTLED);
        }
        Instant first = taken.slides() ? began : now;
        Instant since = laidAt == null ? first : laidAt;
        laidAt = since;
        if (!guessing) {
            seenSuffices = taken.all();
        }
        boolean done = !guessing && seenSuffices;
        larger |= done && (!found.lively() || isRefusedSince(since));
        if (done && !larger) {
            return Optional.of(stay(since).plus(LOOK_AGAIN));
        }
        Duration left = Duration.between(now, since.plus(done ? Duration.ZERO : stay(since)));
        if (left.isPositive()) {
            return Optional.of(left);
        }
        laidAt = null;
        begunAt = null;
        move(found, taken, now);
        return Optional.of(Duration.ofMillis(1));
    }

    /** Everybody has what has been seen to be asked for: what is refused since must be larger. */
    private boolean isRefusedSince(Instant laid) {
        return refusedAt.isAfter(laid.plus(TOLD_LATE));
    }

    private void move(Found found, Turn.Taken taken, Instant now) {
        if (guessing) {
            guessed(taken, found.namespaces(), now);
            guessing = seenSuffices && larger && (!found.lively() || ++guesses % AT_A_STRETCH > 0);
        } else {
            seen = taken.next();
            guessing =
                    seenSuffices
                            || !found.lively()
                            || guessedAt.plus(BETWEEN_GUESSES).isBefore(now);
        }
    }

    /** How long what was laid out stays; the longer the less is refused. */
    private Duration stay(Instant laid) {
        Duration quiet = Duration.between(refusedAt, laid).dividedBy(2);
        return quiet.compareTo(dwell) > 0 ? quiet : dwell;
    }

    private void guessed(Turn.Taken taken, int namespaces, Instant now) {
        guessedAt = now;
        servedOfGuess += taken.served();
        guess = taken.next();
        if (servedOfGuess >= namespaces) {
            servedOfGuess = 0;
            if (taken.whole()) {
                guess = Turn.first(1);
                Duration longer = dwell.multipliedBy(LONGER);
                dwell = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
            } else {
                guess = Turn.first(guess.doublings() + 1);
            }
        }
    }

    /** Whether something came in that an even share of the free room would not have let in. */
    private boolean hasHelped(Found found) {
        int count = Math.max(1, found.namespaces());
        return found.used().entrySet().stream()
                .anyMatch(it -> {
                    Resources before = usedBefore.getOrDefault(it.getKey(), it.getValue());
                    Resources came = it.getValue().minusToZero(before);
                    return came.asMap().entrySet().stream()
                            .anyMatch(amount ->
                                    amount.getValue().value()
                                            > found.free().orZero(amount.getKey()).value() / count);
                });
    }
}
