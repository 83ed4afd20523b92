package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class AdvanceTest {
    private static final int VERY_MANY = 300;
    private static final long EVEN = 500;

    @Test
    void whereThingsComeInAsMuchAsCameInLatelyStandsReadyOnceMore() {
        PlannedBureau bureau = new PlannedBureau(VERY_MANY, VERY_MANY * EVEN);
        bureau.settle(null);
        cameIn(bureau, 7, 10, 300).settle(null);
        assertThat(bureau.granted(7)).isBetween(6_000L, 6_000 + EVEN);
    }

    @Test
    void whoHasHalfOfItLeftKeepsWhatHeHasSoThatNotEveryPodIsAWrite() {
        PlannedBureau bureau = new PlannedBureau(VERY_MANY, VERY_MANY * EVEN);
        SlicePlan before = cameIn(bureau, 7, 10, 300).settle(null);
        bureau.using(7, 4_400);
        assertThat(bureau.changed(before, SlicePlanner.plan(bureau.snapshot(null)))).isZero();
        bureau.using(7, 4_900).settle(null);
        assertThat(bureau.granted(7)).isBetween(7_900L, 7_900 + EVEN);
    }

    @Test
    void allTogetherHaveNoMoreThanAThirdOfWhatStandsInNoSlice() {
        PlannedBureau bureau = new PlannedBureau(VERY_MANY, VERY_MANY * EVEN);
        for (int index = 0; index < 10; index++) {
            cameIn(bureau, index, 10, 600);
        }
        bureau.settle(null);
        long used = 10 * 10 * 600;
        long reserve = (VERY_MANY * EVEN - used) / 2;
        long given = 0;
        for (int index = 0; index < 10; index++) {
            given += bureau.granted(index);
        }
        assertThat(given - used).isBetween(reserve / 4, reserve / 3 + 10 * EVEN / 2);
    }

    @Test
    void whatIsTooLittleForTheLargestThatCameInIsNotGiven() {
        PlannedBureau bureau = new PlannedBureau(VERY_MANY, VERY_MANY * EVEN);
        for (int index = 0; index < VERY_MANY; index++) {
            cameIn(bureau, index, 1, 400);
        }
        SlicePlan before = SlicePlanner.plan(bureau.snapshot(null));
        bureau.settle(null);
        assertThat(bureau.changed(before, bureau.settle(null))).isZero();
        for (int index = 0; index < VERY_MANY; index++) {
            assertThat(bureau.granted(index)).isBetween(400L, 500L);
        }
    }

    @Test
    void inABureauOfFewNamespacesNothingStandsReadyBeyondWhatIsForeseen() {
        PlannedBureau bureau = new PlannedBureau(10, 10 * EVEN);
        bureau.settle(null);
        SlicePlan before = SlicePlanner.plan(bureau.snapshot(null));
        cameIn(bureau, 7, 3, 100);
        assertThat(bureau.changed(before, SlicePlanner.plan(bureau.snapshot(null)))).isZero();
    }

    @Test
    void whenNothingMoreComesInNothingIsWritten() {
        PlannedBureau bureau = new PlannedBureau(VERY_MANY, VERY_MANY * EVEN);
        SlicePlan before = cameIn(bureau, 7, 10, 300).settle(null);
        bureau.refused(7, 0);
        assertThat(bureau.changed(before, SlicePlanner.plan(bureau.snapshot(null)))).isZero();
    }

    /** So many of that size came in lately, and are in use. */
    private static PlannedBureau cameIn(
            PlannedBureau bureau, int index, int times, long millicores) {
        return bureau.charged(index, Collections.nCopies(times, millicores))
                .using(index, times * millicores);
    }
}
