package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.cloud.Counting.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnexplainedTest {
    private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
    private final Unexplained unexplained = new Unexplained();

    @Test
    void whatIsExplainedIsKnown() {
        assertThat(unexplained.after(true, State.INSTALLED, start)).contains(Whose.KNOWN);
    }

    @Test
    void wherePoliciesCanTellNothingNobodyWaitsForThem() {
        assertThat(unexplained.after(false, State.IMPOSSIBLE, start)).contains(Whose.UNKNOWN);
    }

    @Test
    void wherePoliciesAreToBeInstalledTheyHaveThreeSeconds() {
        assertThat(unexplained.after(false, State.POSSIBLE, start)).contains(Whose.SOON_KNOWN);
        assertThat(unexplained.after(false, State.INSTALLED, start.plusSeconds(2)))
                .contains(Whose.SOON_KNOWN);
        assertThat(unexplained.after(false, State.INSTALLED, start.plusSeconds(3)))
                .contains(Whose.UNKNOWN);
    }

    @Test
    void oneReadingThatPoliciesSayNothingOfDecidesNothing() {
        assertThat(unexplained.after(false, State.INSTALLED, start)).isEmpty();
        assertThat(unexplained.after(true, State.INSTALLED, start.plusMillis(300)))
                .contains(Whose.KNOWN);
        assertThat(unexplained.after(false, State.INSTALLED, start.plusMillis(1_100))).isEmpty();
        assertThat(unexplained.after(false, State.INSTALLED, start.plusMillis(2_100)))
                .contains(Whose.SOON_KNOWN);
    }

    @Test
    void whatAnAuditStreamKeepsBackOnceIsLateAndAlwaysIsNoPartOfIt() {
        assertThat(unexplained.afterStream(false, start)).isEmpty();
        assertThat(unexplained.afterStream(false, start.plusSeconds(2))).isEmpty();
        assertThat(unexplained.afterStream(false, start.plusSeconds(4))).contains(Whose.UNKNOWN);
        assertThat(unexplained.afterStream(false, start.plusSeconds(60))).isEmpty();
    }

    @Test
    void turnsEndOnceAnAuditStreamHasToldOfEverythingForAWhile() {
        assertThat(unexplained.afterStream(true, start)).contains(Whose.KNOWN);
        assertThat(unexplained.afterStream(false, start)).isEmpty();
        assertThat(unexplained.afterStream(true, start.plusSeconds(1))).isEmpty();
        assertThat(unexplained.afterStream(false, start.plusSeconds(2))).isEmpty();
        assertThat(unexplained.afterStream(true, start.plusSeconds(6))).contains(Whose.KNOWN);
    }

    @Test
    void afterASilenceTheTimeBeginsAnew() {
        assertThat(unexplained.after(false, State.POSSIBLE, start)).contains(Whose.SOON_KNOWN);
        assertThat(unexplained.after(false, State.POSSIBLE, start.plusSeconds(60)))
                .contains(Whose.SOON_KNOWN);
    }
}
