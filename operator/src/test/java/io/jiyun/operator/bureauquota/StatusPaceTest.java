package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusPaceTest {
    private Duration now = Duration.ofDays(1);
    private final StatusPace pace = new StatusPace(() -> now);

    @Test
    void whatWasNeverReportedIsReportedAtOnce() {
        assertThat(pace.wait("health", 5, false)).isEmpty();
    }

    @Test
    void theNextReportWaitsAndTheLongerTheMoreNamespacesThereAre() {
        pace.reported("health");
        passes(100);

        assertThat(pace.wait("health", 5, false)).contains(Duration.ofMillis(320));
        assertThat(pace.wait("health", 100, false)).contains(Duration.ofMillis(700));
        assertThat(pace.wait("health", 5_000, false)).contains(Duration.ofMillis(4_900));
        assertThat(pace.wait("education", 5, false)).as("another bureau").isEmpty();
        passes(320);
        assertThat(pace.wait("health", 5, false)).isEmpty();
    }

    @Test
    void aRoundThatChangedSomethingLeavesTheReportToTheNextThatDoesNot() {
        assertThat(pace.wait("health", 5, true)).contains(Duration.ofMillis(420));
        passes(30);
        assertThat(pace.wait("health", 5, false)).isEmpty();
    }

    @Test
    void roundsThatChangeSomethingWithoutEndAreReportedAllTheSame() {
        for (int round = 0; round < 42; round++) {
            assertThat(pace.wait("health", 5, true)).as("round %d", round).isPresent();
            passes(30);
        }
        assertThat(pace.wait("health", 5, true)).isEmpty();
        pace.reported("health");
        assertThat(pace.wait("health", 5, true)).contains(Duration.ofMillis(420));
    }

    private void passes(long milliseconds) {
        now = now.plusMillis(milliseconds);
    }
}
