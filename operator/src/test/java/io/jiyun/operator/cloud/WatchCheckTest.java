package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final WatchCheck check = new WatchCheck();

    @Test
    void aWatchThatShowsWhatChangedIsAlive() {
        check.changed(7, NOON);
        assertThat(check.isDead(Optional.of(5L), NOON.plusSeconds(5))).isFalse();
        assertThat(check.isDead(Optional.of(7L), NOON.plusSeconds(10))).isFalse();
        assertThat(check.isDead(Optional.of(7L), NOON.plusSeconds(3600))).isFalse();
    }

    @Test
    void aWatchThatNeverShowsItIsDeadHoweverOftenSomethingChangesSince() {
        check.changed(7, NOON);
        check.changed(9, NOON.plusSeconds(30));
        assertThat(check.isDead(Optional.of(5L), NOON.plusSeconds(30))).isFalse();
        assertThat(check.isDead(Optional.of(5L), NOON.plusSeconds(31))).isTrue();
    }

    @Test
    void whatChangesAfterTheWatchHasCaughtUpIsAwaitedAnew() {
        check.changed(7, NOON);
        assertThat(check.isDead(Optional.of(8L), NOON.plusSeconds(40))).isFalse();
        check.changed(9, NOON.plusSeconds(60));
        assertThat(check.isDead(Optional.of(8L), NOON.plusSeconds(80))).isFalse();
        assertThat(check.isDead(Optional.of(8L), NOON.plusSeconds(91))).isTrue();
    }

    @Test
    void aWatchOfWhichNothingIsKnownIsNotJudged() {
        check.changed(7, NOON);
        assertThat(check.isDead(Optional.empty(), NOON.plusSeconds(600))).isFalse();
    }
}
