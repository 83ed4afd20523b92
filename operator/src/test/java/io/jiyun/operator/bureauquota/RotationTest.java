package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final int NAMESPACES = 4;

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final Rotation rotation = Rotation.begin(now);
    private Resources used = Resources.none();
    private boolean lively;
    private boolean enoughForAll = true;
    private int largestGuess = 2;

    @Test
    void whereEverybodyHasWhatIsUsualSomethingLargerIsTriedAtOnce() {
        assertThat(rotation.turn().doublings()).isZero();

        assertThat(turns(4)).containsExactly(1, 1, 2, 2);
    }

    @Test
    void whereTheUsualIsRefusedForWantOfRoomItGoesRoundBetweenGuesses() {
        enoughForAll = false;

        assertThat(turns(6)).containsExactly(1, 0, 1, 0, 2, 0);
    }

    @Test
    void whatComesInAllTheTimeIsNotDisturbedByGuessesUnlessRefusalsGoOn() {
        lively = true;

        assertThat(turns(3)).containsExactly(0, 0, 0);

        rotation.refused(now);
        assertThat(turns(1)).containsExactly(1);
    }

    @Test
    void eachRoundOfGuessesInVainMakesTheTurnsLonger() {
        Duration first = tillNextTurn();
        while (rotation.isBrisk()) {
            now = now.plus(tillNextTurn());
        }

        rotation.refused(now);
        assertThat(tillNextTurn()).isGreaterThanOrEqualTo(first.multipliedBy(4));
    }

    @Test
    void whatComesInThanksToALumpMakesTheTurnsShortAgain() {
        while (rotation.isBrisk()) {
            now = now.plus(tillNextTurn());
        }

        used = pods(5);
        round();

        assertThat(rotation.isBrisk()).isTrue();
    }

    @Test
    void aTurnThatIsNotLaidOutYetLastsUntilNobodyCanWaitForItAnyMore() {
        enoughForAll = false;
        Turn before = rotation.turn();
        Rotation.Found unsettled =
                new Rotation.Found(taken(), false, NAMESPACES, lively, pods(8), Map.of());

        rotation.after(unsettled, now);
        rotation.after(unsettled, now.plusMillis(400));
        assertThat(rotation.turn()).isEqualTo(before);

        rotation.after(unsettled, now.plusMillis(401));
        rotation.after(unsettled, now.plusMillis(700));
        assertThat(rotation.turn()).isNotEqualTo(before);
    }

    @Test
    void isOverOnceNothingHasBeenRefusedForAMinute() {
        assertThat(rotation.isOver(now.plusSeconds(59))).isFalse();
        assertThat(rotation.isOver(now.plusSeconds(61))).isTrue();

        rotation.refused(now.plusSeconds(30));
        assertThat(rotation.isOver(now.plusSeconds(61))).isFalse();
    }

    /** How often a lump is doubled in each of the turns that follow, refusals going on. */
    private List<Integer> turns(int count) {
        List<Integer> doublings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            now = now.plus(tillNextTurn());
            doublings.add(rotation.turn().doublings());
        }
        return doublings;
    }

    /** Lets rounds follow each other as they ask for it, until the turn is another. */
    private Duration tillNextTurn() {
        Instant start = now;
        Turn before = rotation.turn();
        Duration patience = Duration.ofMinutes(3);
        while (rotation.turn().equals(before)
                && Duration.between(start, now).compareTo(patience) < 0) {
            now = now.plus(round().orElseThrow());
        }
        Duration waited = Duration.between(start, now);
        now = start;
        return waited;
    }

    private Optional<Duration> round() {
        return rotation.after(
                new Rotation.Found(taken(), true, NAMESPACES, lively, pods(8), Map.of("a", used)),
                now);
    }

    private Turn.Taken taken() {
        Turn turn = rotation.turn();
        boolean usual = turn.doublings() == 0;
        Turn next = new Turn(turn.afterLively() + "x", "", false, turn.doublings());
        return new Turn.Taken(
                next, 2, false, usual && enoughForAll, !usual && turn.doublings() == largestGuess);
    }

    private static Resources pods(int count) {
        return Resources.of(Map.of(ResourceName.PODS, new Count(count)));
    }
}
