package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jiyun.operator.cloud.RefusalCounts.News;
import io.jiyun.operator.cloud.RefusalMetrics.Count;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalCountsTest {
    private static final RefusalCell ONE = new RefusalCell(1, 2);
    private static final RefusalCell OTHER = new RefusalCell(3, 4);

    private final RefusalCounts counts = new RefusalCounts();

    @Test
    void theFirstCountSaysNothingAndALaterOneWhatCameSince() {
        assertThat(since(40)).isZero();
        assertThat(since(40)).isZero();
        assertThat(since(43)).isEqualTo(3);
        assertThat(since(43)).isZero();
    }

    @Test
    void severalServersBehindOneAddressAreNotTakenForEachOther() {
        since(1_000);
        since(20);

        assertThat(since(1_000)).isZero();
        assertThat(since(20)).isZero();
        assertThat(since(22)).isEqualTo(2);
        assertThat(since(1_001)).isEqualTo(1);
    }

    @Test
    void aServerThatBeganAnewHasRefusedNothingYet() {
        since(1_000);

        assertThat(since(0)).isZero();
        assertThat(since(1)).isEqualTo(1);
    }

    @Test
    void whatIsNewInACellIsToldOnceThatHasBeenReadBefore() {
        take(10, null);
        assertThat(take(12, Map.of(ONE, new Count(2, 8, 0))).cells()).isEmpty();

        Map<RefusalCell, Count> later = Map.of(ONE, new Count(3, 12, 0), OTHER, new Count(1, 0, 0));
        assertThat(take(14, later).cells())
                .containsOnly(entry(ONE, new Count(1, 4, 0)), entry(OTHER, new Count(1, 0, 0)));
        assertThat(take(15, later).cells()).isEmpty();
    }

    @Test
    void cellsOfSeveralServersAreNotTakenForEachOther() {
        take(100, Map.of(ONE, new Count(50, 0, 0)));
        take(3, Map.of());

        assertThat(take(4, Map.of(ONE, new Count(1, 0, 0))).cells())
                .containsOnly(entry(ONE, new Count(1, 0, 0)));
        assertThat(take(102, Map.of(ONE, new Count(52, 6, 0))).cells())
                .containsOnly(entry(ONE, new Count(2, 6, 0)));
    }

    private long since(long refused) {
        return take(refused, null).refused();
    }

    private News take(long refused, @Nullable Map<RefusalCell, Count> cells) {
        return counts.since(new RefusalMetrics(refused, cells));
    }
}
