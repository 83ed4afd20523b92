package io.jiyun.console.quota.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.quota.SliceMove;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SliceMovementTest {
    private static final Instant MOVED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = MOVED.plusSeconds(3600);

    @Test
    void aSliceThatMovedOnceIsDrawnFromThenUntilNow() {
        SliceMove only =
                new SliceMove(MOVED, List.of(new SliceMove.Line("health-prod", 2500, 0, 0)));

        Map<String, Object> option =
                SliceMovement.option(List.of(only), Set.of("health-prod"), NOW);

        assertThat(option.get("series"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .extracting("data")
                .isEqualTo(
                        List.of(
                                List.of(MOVED.toEpochMilli(), 2.5),
                                List.of(NOW.toEpochMilli(), 2.5)));
    }
}
