package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PressureTest {

    @Test
    void narrowingToWatchShowsWhateverIsWorseToo() {
        assertThat(shownBy(Pressure.WATCH))
                .containsExactly(Pressure.WATCH, Pressure.HIGH, Pressure.OVER);
        assertThat(shownBy(Pressure.HIGH)).containsExactly(Pressure.HIGH, Pressure.OVER);
    }

    @Test
    void normalAndUnknownAreShownAlone() {
        assertThat(shownBy(Pressure.NORMAL)).containsExactly(Pressure.NORMAL);
        assertThat(shownBy(Pressure.UNKNOWN)).containsExactly(Pressure.UNKNOWN);
    }

    @Test
    void theBoundsAreSeventyAndNinetyPercent() {
        assertThat(Pressure.of(69)).isEqualTo(Pressure.NORMAL);
        assertThat(Pressure.of(70)).isEqualTo(Pressure.WATCH);
        assertThat(Pressure.of(90)).isEqualTo(Pressure.HIGH);
        assertThat(Pressure.of(101)).isEqualTo(Pressure.OVER);
        assertThat(Pressure.of(null)).isEqualTo(Pressure.UNKNOWN);
    }

    private static List<Pressure> shownBy(Pressure filter) {
        return Arrays.stream(Pressure.values()).filter(filter::includes).toList();
    }
}
