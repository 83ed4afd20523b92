package io.jiyun.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageQueryTest {
    private static final UsageQuery CPU = UsageQuery.latest(UsageMetric.CPU_USED);

    @Test
    void aQuestionIsWrittenAsPrometheusReadsIt() {
        assertThat(
                        CPU.over(new Over.Quantile(new BigDecimal("0.95"), Duration.ofDays(30)))
                                .where(UsageLabel.BUREAU, "health")
                                .where(UsageLabel.CLOUD, "provincial")
                                .sumBy(UsageLabel.CLOUD, UsageLabel.POOL)
                                .promql())
                .isEqualTo(
                        "sum by (cloud, pool) (quantile_over_time(0.95,"
                            + " system:jiyun_cpu_used_cores:sum{cloud=\"provincial\",bureau=\"health\"}[30d]))");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionReadsBackAsItself(UsageQuery question) {
        assertThat(UsageQuery.parse(question.promql())).isEqualTo(question);
    }

    static Stream<UsageQuery> questions() {
        return Stream.of(UsageMetric.values())
                .map(UsageQuery::latest)
                .flatMap(latest ->
                        Stream.of(
                                latest,
                                latest.over(new Over.Average(Duration.ofDays(7))),
                                latest.over(new Over.Maximum(Duration.ofHours(1))),
                                latest.over(new Over.Samples(Duration.ofDays(90))),
                                latest.over(
                                                new Over.Quantile(
                                                        new BigDecimal("0.95"),
                                                        Duration.ofDays(30)))
                                        .where(UsageLabel.NAMESPACE, "health-prod"),
                                latest.sumBy(UsageLabel.BUREAU),
                                latest.over(new Over.Average(Duration.ofDays(1)))
                                        .where(UsageLabel.POOL, "gov-x86")
                                        .sumBy(UsageLabel.CLOUD, UsageLabel.SYSTEM)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "rate(system:jiyun_pods:count[5m])",
                "sum by (pod) (system:jiyun_pods:count)",
                "system:jiyun_pods:count{bureau=~\".*\"}",
                "quantile_over_time(system:jiyun_pods:count[30d])",
                "",
                "sum by (bureau) (system:jiyun_pods:count"
            })
    void whatIsNotInTheCatalogueIsRefused(String text) {
        assertThatThrownBy(() -> UsageQuery.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameCannotSmuggleAnotherQuestionIn() {
        assertThatThrownBy(() -> CPU.where(UsageLabel.BUREAU, "x\"} or up{a=\"b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowIsWholeHours() {
        assertThatThrownBy(() -> new Over.Average(Duration.ofMinutes(90)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
