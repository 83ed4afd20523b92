package io.jiyun.console.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaPreview.PoolPreview;
import io.jiyun.console.quota.QuotaPreview.ResourcePreview;
import io.jiyun.console.request.internal.EvidenceRule.Ruling;
import io.jiyun.console.workflow.AutoRule;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRuleTest {
    private static final AutoRule SMALL_INCREASES =
            new AutoRule(
                    AutoRule.Kind.EVIDENCE,
                    85,
                    35,
                    80,
                    List.of("2", "4", "8", "16"),
                    List.of("4Gi", "8Gi", "16Gi"),
                    List.of("100Gi", "200Gi", "500Gi"),
                    "British Columbia");
    private static final AutoRule AT_ONCE =
            new AutoRule(AutoRule.Kind.AT_ONCE, 0, 0, 0, List.of(), List.of(), List.of(), "source");

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                // resource, before, after, used, utilisation, decided
                "requests.cpu, 8, 16, 7, 35, true",
                "requests.cpu, 8, 10, 7, 80, true",
                "requests.cpu, 8, 16, 6800m, 35, false",
                "requests.cpu, 8, 16, 7, 34, false",
                "requests.cpu, 4, 16, 4, 90, false",
                "requests.cpu, 16, 17, 16, 90, false",
                "requests.cpu, 8, 16, unknown, 90, false",
                "requests.cpu, 8, 16, 7, unknown, false",
                "requests.cpu, unknown, 16, 7, 90, false",
                "requests.memory, 8Gi, 16Gi, 7Gi, 50, true",
                "requests.storage, 100Gi, 200Gi, 81Gi, unknown, true",
                "requests.storage, 100Gi, 200Gi, 80Gi, unknown, false",
                "pods, 100, 110, 100, 90, false",
            })
    void anIncreaseIsDecidedOnlyWhereEveryFigureJustifiesIt(
            String resource,
            @Nullable String before,
            String after,
            @Nullable String used,
            @Nullable Integer utilisation,
            boolean decided) {
        ResourceName name = new ResourceName(resource);
        Evidence evidence =
                utilisation == null ? Evidence.NONE : new Evidence(Map.of(name, utilisation));

        Ruling ruling =
                new EvidenceRule(SMALL_INCREASES, evidence)
                        .rule(preview(name, before, after, used));

        assertThat(ruling.decided()).as("%s", ruling.explanation().zh()).isEqualTo(decided);
        assertThat(ruling.explanation().zh()).contains(decided ? "自动通过" : "人工审批");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "10, 4, 3, true",
                "10, 4, 4, true",
                "10, 4, 5, false",
                "10, 4, unknown, false",
                "10, unknown, 0, true",
                "10, unknown, 1, false",
                "4, 10, 1, false",
            })
    void whatIsGivenBackIsDecidedWhereNothingInUseIsLost(
            String before, @Nullable String after, @Nullable String used, boolean decided) {
        assertThat(
                        new EvidenceRule(AT_ONCE, Evidence.NONE)
                                .rule(preview(ResourceName.REQUESTS_CPU, before, after, used))
                                .decided())
                .isEqualTo(decided);
    }

    @Test
    void theExplanationNamesFiguresAndSource() {
        Ruling ruling =
                new EvidenceRule(
                                SMALL_INCREASES,
                                new Evidence(Map.of(ResourceName.REQUESTS_CPU, 41)))
                        .rule(preview(ResourceName.REQUESTS_CPU, "8", "16", "7"));

        assertThat(ruling.explanation().en())
                .contains("gov-x86 requests.cpu 8 → 16, 88% > 85%, 41% ≥ 35%")
                .contains("British Columbia");
    }

    private static QuotaPreview preview(
            ResourceName name,
            @Nullable String before,
            @Nullable String after,
            @Nullable String used) {
        ResourcePreview line =
                new ResourcePreview(
                        name,
                        amount(name, before),
                        amount(name, after),
                        amount(name, used),
                        null,
                        null,
                        true,
                        false);
        return new QuotaPreview(
                "health",
                1,
                List.of(new PoolPreview(new PoolKey("provincial", "gov-x86"), List.of(line))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static @Nullable Amount amount(ResourceName name, @Nullable String text) {
        return text == null
                ? null
                : Quantities.typed(Map.of(name.value(), text), "", new Violations()).get(name);
    }
}
