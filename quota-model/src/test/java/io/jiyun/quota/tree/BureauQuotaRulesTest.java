package io.jiyun.quota.tree;

import static io.jiyun.quota.tree.Declarations.bureau;
import static io.jiyun.quota.tree.Declarations.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BureauQuotaRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void aDeclarationThatFitsBreaksNothing() {
        assertThat(check(bureau("health").grant("10").namespace("health-prod").build())).isEmpty();
    }

    @Test
    void everyBrokenRuleIsReportedAtOnce() {
        BureauQuota quota =
                bureau("health")
                        .grant("nowhere", "gov-x86", Map.of("pods", "1"), null, null)
                        .grant("provincial", "no-pool", Map.of("pods", "1"), null, null)
                        .grant("provincial", "gov-x86", Map.of("requests.cpu", "ten"), null, null)
                        .namespace("kube-health")
                        .namespace("Health")
                        .namespace("health-prod")
                        .namespace("health-prod")
                        .build();
        assertThat(check(quota))
                .extracting(Violation::reason)
                .containsExactlyInAnyOrder(
                        Reason.UNKNOWN_CLOUD,
                        Reason.UNKNOWN_POOL,
                        Reason.MALFORMED_QUANTITY,
                        Reason.RESERVED_NAMESPACE,
                        Reason.INVALID_NAMESPACE_NAME,
                        Reason.REPEATED_NAMESPACE);
    }

    @Test
    void violationsNameTheFieldTheyWereFoundIn() {
        assertThat(check(bureau("health").grant("10").namespace("ok").namespace("default").build()))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.field()).isEqualTo("spec.namespaces[1].name"));
    }

    @Test
    void quotaBeyondThePoolIsRefusedNamingWhatIsLeft() {
        BureauQuota other = bureau("education").grant("250").admittedTo("250").build();
        assertThat(check(bureau("health").grant("60").build(), other))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.reason()).isEqualTo(Reason.EXCEEDS_POOL);
                    assertThat(violation.en()).contains("60 is asked", "50 is left of 300");
                });
    }

    @Test
    void overcommitWidensThePoolAndExactlyFullStillFits() {
        BureauQuota other = bureau("education").grant("250").admittedTo("250").build();
        assertThat(check(bureau("health").grant("50").build(), other)).isEmpty();
    }

    @Test
    void onlyGrowthIsHeldAgainstAPoolThatShrank() {
        BureauQuota other = bureau("education").grant("290").admittedTo("290").build();
        BureauQuota lowered = bureau("health").grant("40").admittedTo("60").build();
        assertThat(check(lowered, other)).isEmpty();
    }

    @Test
    void slicesThatStillStandCountAgainstThePool() {
        BureauQuota shrinking = bureau("education").grant("100").admittedTo("100", "280").build();
        assertThat(check(bureau("health").grant("60").build(), shrinking))
                .extracting(Violation::reason)
                .containsExactly(Reason.EXCEEDS_POOL);
    }

    @Test
    void aDeviceThePoolDoesNotListIsNotThere() {
        BureauQuota quota =
                bureau("health")
                        .grant(
                                "provincial",
                                "gov-x86",
                                Map.of("requests.nvidia.com/gpu", "1", "requests.storage", "1Ti"),
                                null,
                                null)
                        .build();
        assertThat(check(quota)).extracting(Violation::reason).containsExactly(Reason.EXCEEDS_POOL);
    }

    @Test
    void theNamespaceGoesToTheBureauThatHoldsItWhateverItsAge() {
        BureauQuota older =
                bureau("a")
                        .grant("1")
                        .namespace("shared")
                        .createdAt("2025-01-01T00:00:00Z")
                        .build();
        BureauQuota holder = bureau("b").grant("1").namespace("shared").holding("shared").build();
        assertThat(check(older, holder))
                .extracting(Violation::reason)
                .containsExactly(Reason.NAMESPACE_OF_ANOTHER_BUREAU);
        assertThat(check(holder, older)).isEmpty();
    }

    @Test
    void ofTwoClaimsTheOlderWins() {
        BureauQuota older =
                bureau("z")
                        .grant("1")
                        .namespace("shared")
                        .createdAt("2025-01-01T00:00:00Z")
                        .build();
        BureauQuota younger = bureau("a").grant("1").namespace("shared").build();
        assertThat(check(older, younger)).isEmpty();
        assertThat(check(younger, older)).hasSize(1);
    }

    @Test
    void boundsThatCannotHoldAreRefused() {
        BureauQuota quota =
                bureau("health")
                        .grant("10")
                        .namespace("a", Map.of("requests.cpu", "4"), Map.of("requests.cpu", "3"))
                        .namespace("b", Map.of("requests.cpu", "7"), Map.of())
                        .build();
        assertThat(check(quota))
                .extracting(Violation::reason)
                .containsExactly(Reason.MINIMUM_ABOVE_MAXIMUM, Reason.MINIMUMS_EXCEED_QUOTA);
    }

    @Test
    void aNamespaceNeedsAGrantInItsPool() {
        assertThat(check(bureau("health").namespace("health-prod").build()))
                .extracting(Violation::reason)
                .containsExactly(Reason.NO_GRANT_FOR_POOL);
    }

    @Test
    void validityMustRunForward() {
        BureauQuota quota =
                bureau("health")
                        .grant(
                                "provincial",
                                "gov-x86",
                                Map.of("pods", "1"),
                                "2027-01-01T00:00:00Z",
                                "2026-01-01T00:00:00Z")
                        .grant("provincial", "gov-x86", Map.of("pods", "1"), "next year", null)
                        .build();
        assertThat(check(quota))
                .extracting(Violation::reason)
                .containsExactly(Reason.INVALID_VALIDITY, Reason.INVALID_VALIDITY);
    }

    @Test
    void aLapsedGrantLimitsToZeroInsteadOfLiftingTheLimit() {
        BureauQuota quota =
                bureau("health")
                        .grant(
                                "provincial",
                                "gov-x86",
                                Map.of("requests.cpu", "10"),
                                null,
                                "2026-01-01T00:00:00Z")
                        .build();
        assertThat(GrantedQuota.at(quota.getSpec(), NOW).get(new PoolKey("provincial", "gov-x86")))
                .hasToString("{requests.cpu=0}");
    }

    @Test
    void theNextChangeIsTheSoonestBeginningOrEnd() {
        BureauQuota quota =
                bureau("health")
                        .grant(
                                "provincial",
                                "gov-x86",
                                Map.of("pods", "1"),
                                "2026-12-01T00:00:00Z",
                                null)
                        .grant(
                                "provincial",
                                "gov-x86",
                                Map.of("pods", "1"),
                                null,
                                "2026-11-30T00:00:00+08:00")
                        .build();
        assertThat(GrantedQuota.nextChange(quota.getSpec(), NOW))
                .contains(Instant.parse("2026-11-29T16:00:00Z"));
    }

    @Test
    void aChildMustFitIntoItsParent() {
        BureauQuota parent = bureau("social").grant("10").admittedTo("10", "4").build();
        BureauQuota sibling = bureau("s").grant("2").admittedTo("2").under("social").build();
        assertThat(check(bureau("c").grant("4").under("social").build(), parent, sibling))
                .isEmpty();
        assertThat(check(bureau("c").grant("6").under("social").build(), parent, sibling))
                .extracting(Violation::reason)
                .containsExactly(Reason.WAITS_FOR_PARENT);
        assertThat(check(bureau("c").grant("9").under("social").build(), parent, sibling))
                .extracting(Violation::reason)
                .containsExactly(Reason.EXCEEDS_PARENT);
    }

    @Test
    void parentsMustExistAndFormNoCircle() {
        assertThat(check(bureau("c").grant("1").under("nobody").build()))
                .extracting(Violation::reason)
                .containsExactly(Reason.UNKNOWN_PARENT);
        BureauQuota b = bureau("b").grant("1").under("a").build();
        assertThat(check(bureau("a").grant("1").under("b").build(), b))
                .extracting(Violation::reason)
                .containsExactly(Reason.PARENT_CYCLE);
    }

    private static List<Violation> check(BureauQuota quota, BureauQuota... others) {
        var all = new java.util.ArrayList<>(List.of(others));
        all.add(quota);
        Province province =
                Province.of(
                        List.of(cloud(Map.of("cpu", "100", "memory", "1Ti"), Map.of("cpu", "3"))),
                        all,
                        NOW);
        return BureauQuotaRules.check(quota, province, NOW).asList();
    }
}
