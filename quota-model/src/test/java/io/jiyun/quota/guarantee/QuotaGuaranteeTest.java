package io.jiyun.quota.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bureaus of two pools with their parents, and three operators that all take themselves for the
 * leader, under an adversary. {@code -Djiyun.seed} repeats a run, {@code -Djiyun.steps} lengthens
 * it.
 */
class QuotaGuaranteeTest {
    private static final long SEED = Long.getLong("jiyun.seed", 20261122);
    private static final int STEPS = Integer.getInteger("jiyun.steps", 1_000_000);

    /** Worlds are short, so that each seed sees a province come up, change and fall apart. */
    private static final int WORLD = 20_000;

    /** Far more than it takes, so that another order of random numbers fails nothing. */
    private static final int MUTANT_STEPS = 20_000_000;

    /** What does not hold, and how to see it again. */
    private record Violation(long seed, int step, String what) {
        @Override
        public String toString() {
            return "-Djiyun.seed=" + seed + " step " + step + ": " + what;
        }
    }

    @Test
    void nothingIsEverAdmittedBeyondAnyBound() {
        System.out.println("quota guarantee: " + STEPS + " steps, -Djiyun.seed=" + SEED);
        assertThat(firstViolation(SEED, STEPS, Guards.all())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnySingleGuardTheSameTestFails(Guard removed) {
        Violation violation =
                firstViolation(seedFor(removed), MUTANT_STEPS, Guards.without(removed));
        assertThat(violation).as("violation without " + removed).isNotNull();
        long seed = Objects.requireNonNull(violation).seed();
        System.out.println(
                "without %s after %d worlds: seed %d, step %d"
                        .formatted(removed, seed - seedFor(removed), seed, violation.step()));
        assertThat(firstViolation(seed, WORLD, Guards.all()))
                .as("the same world with " + removed)
                .isNull();
    }

    /** Some schedules are rare: the search begins where one is, and goes on where it is no more. */
    private static long seedFor(Guard removed) {
        return switch (removed) {
            case EMPTY_WHEN_MADE_ANEW -> 20261188;
            case LIST_AFTER_EPOCH -> 20261260;
            case RESERVATION -> 20261208;
            case LATER_EPOCH_STOPS -> 20261537;
            default -> 20261122;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void leftInPeaceItComesToRest(long seed) {
        for (int repetition = 0; repetition < 20; repetition++) {
            World world = new World(seed * 1000 + repetition, Guards.all());
            for (int step = 0; step < 3_000; step++) {
                world.step();
            }
            assertThat(new Peace(world).comes(60))
                    .as("settles, seed %d/%d", seed, repetition)
                    .isTrue();
        }
    }

    private static @Nullable Violation firstViolation(long seed, int steps, Guards guards) {
        for (int start = 0; start < steps; start += WORLD) {
            long worldSeed = seed + start / WORLD;
            World world = new World(worldSeed, guards);
            Invariants invariants = new Invariants(world);
            for (int step = 0; step < WORLD; step++) {
                world.step();
                String broken = invariants.broken();
                if (broken != null) {
                    return new Violation(worldSeed, step, broken + world.describe());
                }
            }
        }
        return null;
    }
}
