package io.jiyun.quota.tree;

import static io.jiyun.quota.tree.Declarations.bureau;
import static io.jiyun.quota.tree.Declarations.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Map<String, String> FIVE = Map.of("requests.cpu", "5");

    @Test
    void whatIsSharedWithinReasonBreaksNothing() {
        assertThat(check(bureau("health").grant("10").shares("gov-x86", FIVE, FIVE, 0L))).isEmpty();
        assertThat(check(bureau("health").grant("10").shares("gov-x86", FIVE, FIVE, null)))
                .isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtItsField() {
        assertThat(
                        check(
                                bureau("health")
                                        .grant("10")
                                        .shares("gov-x86", FIVE, Map.of(), null)
                                        .shares("gov-x86", Map.of(), FIVE, null)
                                        .shares("no-pool", FIVE, Map.of(), null)
                                        .shares(
                                                "no-pool",
                                                Map.of("requests.cpu", "-1"),
                                                Map.of("pods", "few"),
                                                null)))
                .extracting(each -> each.field() + " " + each.reason())
                .containsExactly(
                        "spec.sharing[1] SHARED_TWICE",
                        "spec.sharing[2].pool UNKNOWN_POOL",
                        "spec.sharing[3].pool UNKNOWN_POOL",
                        "spec.sharing[3].borrowingLimit.requests.cpu NEGATIVE_QUANTITY",
                        "spec.sharing[3].lendingLimit.pods MALFORMED_QUANTITY");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2_592_001})
    void aGraceThatIsNegativeOrNeverEndsIsRefused(long seconds) {
        assertThat(check(bureau("health").grant("10").shares("gov-x86", FIVE, FIVE, seconds)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.INVALID_RECALL_GRACE);
                    assertThat(violation.field()).isEqualTo("spec.sharing[0].recallGraceSeconds");
                    assertThat(violation.en()).contains(seconds + " seconds", "30 days");
                });
    }

    private static List<Violation> check(Declarations.Declaration declaration) {
        Province province =
                Province.of(List.of(cloud(Map.of("cpu", "100"), Map.of())), List.of(), NOW);
        return BureauQuotaRules.check(declaration.build(), province, NOW).asList();
    }
}
