package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalCellTest {
    @Test
    void namesThatDifferInTheirLastLettersOnlyFallIntoDifferentCells() {
        Map<RefusalCell, Long> counts =
                IntStream.range(0, 1_000)
                        .mapToObj(number -> RefusalCell.of("health-" + number))
                        .collect(Collectors.groupingBy(cell -> cell, Collectors.counting()));
        assertThat(counts).hasSizeGreaterThan(200);
        assertThat(counts.values()).allMatch(count -> count <= 16);
    }

    @Test
    void theLabelsSayWhichCellItIs() {
        assertThat(new RefusalCell(3, 11).labels())
                .isEqualTo(Map.of("jiyun.io/refusal-row", "3", "jiyun.io/refusal-column", "b"));
    }
}
