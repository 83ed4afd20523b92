package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final InstantSource source = () -> now;
    private final Growth growth = new Growth(source.withZone(ZoneOffset.UTC));

    @Test
    void asksAheadWhereTheNextPodOfThatSizeWouldNotFit() {
        growth.observe("busy", cpu("600m"));
        growth.observe("busy", cpu("900m"));
        growth.observe("busy", cpu("1"));

        assertThat(growth.foreseen("busy", cpu("1200m")).print())
                .containsExactly(Map.entry("requests.cpu", "900m"));
        assertThat(growth.foreseen("busy", cpu("1300m"))).isEqualTo(Resources.none());
        assertThat(growth.foreseen("calm", cpu("1"))).isEqualTo(Resources.none());
    }

    @Test
    void asksForNothingWhereWhatCameHasGoneAgain() {
        growth.observe("brief", cpu("0"));
        growth.observe("brief", cpu("5"));
        assertThat(growth.foreseen("brief", cpu("5")).print())
                .containsExactly(Map.entry("requests.cpu", "5"));

        growth.observe("brief", cpu("0"));

        assertThat(growth.foreseen("brief", cpu("750m"))).isEqualTo(Resources.none());
    }

    @Test
    void forgetsAfterAWhile() {
        growth.observe("busy", cpu("0"));
        growth.observe("busy", cpu("300m"));
        now = now.plus(Duration.ofSeconds(11));

        assertThat(growth.foreseen("busy", cpu("300m"))).isEqualTo(Resources.none());
    }

    @Test
    void remembersForAWhileWhatCameInAtOnce() {
        growth.observe("busy", cpu("0"));
        growth.observe("busy", cpu("300m"));
        growth.observe("busy", cpu("100m"));
        growth.observe("busy", cpu("900m"));

        assertThat(growth.charges("busy")).containsExactly(cpu("800m"), cpu("300m"));
        assertThat(growth.isLively("busy")).isTrue();

        now = now.plus(Duration.ofSeconds(21));
        assertThat(growth.charges("busy")).isEmpty();
        assertThat(growth.isLively("busy")).isFalse();
    }

    @Test
    void asksForAsMuchAgainWhereUseGrowsFast() {
        growth.observe("rush", cpu("0"));
        now = now.plus(Duration.ofSeconds(2));
        for (int pods = 1; pods <= 20; pods++) {
            growth.observe("rush", cpu(pods * 200 + "m"));
        }

        assertThat(growth.foreseen("rush", cpu("5")).print())
                .containsExactly(Map.entry("requests.cpu", "4"));
        assertThat(growth.foreseen("rush", cpu("7"))).isEqualTo(Resources.none());

        now = now.plus(Duration.ofSeconds(2));
        assertThat(growth.foreseen("rush", cpu("4100m")).print())
                .containsExactly(Map.entry("requests.cpu", "600m"));
    }

    @Test
    void doesNotTakePodsThatComeAndGoForGrowth() {
        for (int round = 0; round < 20; round++) {
            growth.observe("churn", cpu("0"));
            growth.observe("churn", cpu("200m"));
        }

        assertThat(growth.foreseen("churn", cpu("250m")).print())
                .containsExactly(Map.entry("requests.cpu", "200m"));
    }

    @Test
    void doesNotTakeTheFirstReadingForGrowth() {
        growth.observe("full", cpu("8"));

        assertThat(growth.foreseen("full", cpu("8"))).isEqualTo(Resources.none());
    }

    private static Resources cpu(String amount) {
        return Quantities.observed(Map.of("requests.cpu", Quantity.parse(amount)));
    }
}
