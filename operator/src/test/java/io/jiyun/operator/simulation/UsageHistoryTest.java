package io.jiyun.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.usage.Over;
import io.jiyun.usage.UsageLabel;
import io.jiyun.usage.UsageMetric;
import io.jiyun.usage.UsageQuery;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class UsageHistoryTest {
    /** A Friday, a quarter past ten in the morning in the province. */
    private static final Instant NOW = Instant.parse("2026-11-20T02:15:00Z");

    private final UsageHistory history =
            new UsageHistory(ProvinceSeed.builtIn(), Clock.fixed(NOW, ZoneOffset.UTC));

    private double value(UsageQuery query, Instant time) {
        Map<?, Double> values = history.at(query, time);
        assertThat(values).hasSize(1);
        return values.values().iterator().next();
    }

    private static UsageQuery ofSystem(UsageMetric metric, String system) {
        return UsageQuery.latest(metric).where(UsageLabel.SYSTEM, system);
    }

    @Test
    void anOfficeSystemWorksByDayAndSleepsAtNight() {
        UsageQuery cpu = ofSystem(UsageMetric.CPU_USED, "school-registry");

        assertThat(value(cpu, NOW)).isGreaterThan(4 * value(cpu, NOW.minus(Duration.ofHours(8))));
    }

    @Test
    void anOfficeSystemRestsAtTheWeekend() {
        UsageQuery cpu = ofSystem(UsageMetric.CPU_USED, "school-registry");

        assertThat(value(cpu, NOW)).isGreaterThan(3 * value(cpu, NOW.minus(Duration.ofDays(5))));
    }

    @Test
    void accountsAreClosedAtTheEndOfTheMonth() {
        UsageQuery cpu = ofSystem(UsageMetric.CPU_USED, "treasury-payment");
        Instant endOfMonth = Instant.parse("2026-10-30T02:15:00Z");

        assertThat(value(cpu, endOfMonth)).isGreaterThan(1.4 * value(cpu, NOW));
    }

    @Test
    void aDeadSystemIsIdleByAnyRule() {
        UsageQuery p95 =
                ofSystem(UsageMetric.CPU_USED, "poverty-archive")
                        .over(new Over.Quantile(new BigDecimal("0.95"), Duration.ofDays(30)));
        UsageQuery requested = ofSystem(UsageMetric.CPU_REQUESTED, "poverty-archive");

        assertThat(value(p95, NOW)).isLessThan(0.05 * value(requested, NOW));
    }

    @Test
    void aSeasonalSystemWasBusyInItsSeason() {
        UsageQuery cpu = ofSystem(UsageMetric.CPU_USED, "flood-forecast");
        Instant september = Instant.parse("2026-09-10T02:15:00Z");

        assertThat(value(cpu, september)).isGreaterThan(10 * value(cpu, NOW));
    }

    @Test
    void useStaysWithinWhatIsRequested() {
        Map<Map<UsageLabel, String>, Double> requested =
                history.at(UsageQuery.latest(UsageMetric.CPU_REQUESTED), NOW);

        history.at(UsageQuery.latest(UsageMetric.CPU_USED), NOW)
                .forEach((series, used) -> assertThat(used).isLessThan(requested.get(series)));
    }

    @Test
    void sumsAddUpOverEveryGrouping() {
        double all = sum(UsageQuery.latest(UsageMetric.MEMORY_USED));

        assertThat(sum(UsageQuery.latest(UsageMetric.MEMORY_USED).sumBy(UsageLabel.CLOUD)))
                .isCloseTo(all, Percentage.withPercentage(0.0001));
        assertThat(history.at(UsageQuery.latest(UsageMetric.PODS).sumBy(UsageLabel.BUREAU), NOW))
                .hasSize(24);
    }

    private double sum(UsageQuery query) {
        return history.at(query, NOW).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void theHistoryIsNinetyDaysAndKnowsNoFuture() {
        UsageQuery pods = UsageQuery.latest(UsageMetric.PODS);
        assertThat(history.at(pods, NOW.minus(Duration.ofDays(91)))).isEmpty();
        assertThat(history.at(pods, NOW.plusSeconds(60))).isEmpty();

        UsageQuery samples =
                ofSystem(UsageMetric.PODS, "hotline").over(new Over.Samples(Duration.ofDays(120)));
        assertThat(value(samples, NOW)).isEqualTo(90 * 24);
    }
}
