package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskSizeTest {
    @Test
    void whatIsAskedForLiesBetweenTheBoundsOfItsStep() {
        assertThat(AskSize.CPU.least(7).print())
                .containsEntry("requests.cpu", "1600m")
                .containsEntry("limits.cpu", "1600m");
        assertThat(AskSize.CPU.most(7).print()).containsEntry("requests.cpu", "3200m");
        assertThat(AskSize.MEMORY.least(7).print()).containsEntry("requests.memory", "2Gi");
        assertThat(AskSize.MEMORY.most(7).print()).containsEntry("limits.memory", "4Gi");
    }

    @Test
    void aStepBeginsWhereTheOneBeforeEnds() {
        assertThat(IntStream.rangeClosed(2, AskSize.HIGHEST_STEP))
                .allSatisfy(step -> {
                    assertThat(AskSize.CPU.least(step)).isEqualTo(AskSize.CPU.most(step - 1));
                    assertThat(AskSize.MEMORY.least(step)).isEqualTo(AskSize.MEMORY.most(step - 1));
                });
    }

    @Test
    void whatIsRarelyABarePodIsLarge() {
        assertThat(AskSize.isLarge(8)).isFalse();
        assertThat(AskSize.isLarge(9)).isTrue();
        assertThat(AskSize.CPU.least(9).print()).containsEntry("requests.cpu", "6400m");
        assertThat(AskSize.MEMORY.least(9).print()).containsEntry("requests.memory", "8Gi");
    }

    @Test
    void policiesAreToldTheBoundsInCoresAndBytes() {
        assertThat(AskSize.CPU.bounds()).startsWith("[0.05, 0.10, 0.20, ").endsWith(", 102.40]");
        assertThat(AskSize.MEMORY.bounds())
                .startsWith("[67108864.00, 134217728.00, ")
                .endsWith(", 137438953472.00]");
    }
}
