package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldRefusalsTest {
    private final ToldRefusals told = new ToldRefusals();

    @Test
    void whatIsToldOfIsNotAskedAfter() {
        assertThat(told.covers(3, 2)).isFalse();
        assertThat(told.settle(3, 3)).isTrue();
        assertThat(told.settle(0, 3)).isTrue();
    }

    @Test
    void whatNothingTellsOfIsNoticedOnce() {
        assertThat(told.settle(3, 2)).isFalse();
        assertThat(told.settle(0, 2)).isTrue();
        assertThat(told.settle(1, 3)).isTrue();
    }

    @Test
    void whatIsToldBeforeItIsCountedCoversItAMomentLater() {
        assertThat(told.settle(0, 2)).isTrue();
        assertThat(told.settle(2, 2)).isTrue();
        assertThat(told.settle(1, 2)).isFalse();
    }

    @Test
    void whatHappenedOnAServerThatIsNotSeenHidesNothingForLong() {
        assertThat(told.settle(0, 50)).isTrue();
        assertThat(told.settle(0, 50)).isTrue();
        assertThat(told.settle(1, 50)).isFalse();
    }
}
