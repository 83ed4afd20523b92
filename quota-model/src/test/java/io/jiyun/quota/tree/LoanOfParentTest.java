package io.jiyun.quota.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A child's quota and what it borrows of its parent's rest on the same quota. The ministry has 10
 * pods, 4 of them on its own namespaces; the office has 4, and 2 that it borrowed of the ministry.
 */
class LoanOfParentTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final PoolKey POOL = new PoolKey("provincial", "gov-x86");

    @ParameterizedTest
    @CsvSource({"5, 1", "6, 0"})
    void asMuchAsTheChildsQuotaGrowsIsGivenBackInTheSameWrite(int declared, int kept) {
        BureauQuota office = office(declared);
        ProvinceView view = view(office);

        Admission admission = view.admit(office, NOW);

        assertThat(admission.isAdmitted()).isTrue();
        assertThat(admission.borrowing().allowed().sum(POOL).orZero(ResourceName.PODS))
                .isEqualTo(new Count(kept));
        assertThat(view.reserve(office, admission, entries(6), NOW)).isTrue();
    }

    @Test
    void entriesThatRestOnTheLoanAsMuchAsBeforeAreNotStoredBesideTheLargerQuota() {
        BureauQuota office = office(6);
        ProvinceView view = view(office);

        Admission admission = view.admit(office, NOW);

        assertThat(view.reserve(office, admission, entries(8), NOW)).isFalse();
    }

    @Test
    void whatDoesNotFitWithTheLoanGivenBackWaitsForTheParent() {
        BureauQuota office = office(7);

        Admission admission = view(office).admit(office, NOW);

        assertThat(admission.violations().asList())
                .extracting(Violation::reason)
                .containsExactly(Reason.WAITS_FOR_PARENT);
        assertThat(admission.borrowing().allowed().sum(POOL).orZero(ResourceName.PODS))
                .isEqualTo(new Count(2));
    }

    private static ProvinceView view(BureauQuota office) {
        BureauQuota ministry = quota("ministry", "", 10, 10, 4, "");
        ProvinceView view =
                new ProvinceView(
                        () -> List.of(ProvinceViewTest.CLOUD), () -> List.of(ministry, office));
        var _ = view.needs("ministry", entries(2), NOW);
        var _ = view.needs("office", entries(8), NOW);
        return view;
    }

    private static SortedMap<PoolKey, Resources> entries(int pods) {
        return new TreeMap<>(
                Map.of(POOL, Resources.of(Map.of(ResourceName.PODS, new Count(pods)))));
    }

    private static BureauQuota office(int declared) {
        return quota(
                "office",
                "parentName: ministry",
                declared,
                4,
                6,
                """
                admittedUnder: ministry
                  loans: [{cloud: provincial, pool: gov-x86, lender: ministry, amount: {pods: "2"}}]
                """);
    }

    private static BureauQuota quota(
            String name, String parent, int declared, int hard, int granted, String status) {
        return Serialization.unmarshal(
                """
                metadata: {name: %1$s, uid: uid-of-%1$s, generation: 1, resourceVersion: "1"}
                spec:
                  %2$s
                  bureau: {code: "1", name: %1$s}
                  grants: [{requestId: R, cloud: provincial, pool: gov-x86, resources: {pods: "%3$d"}}]
                  sharing:
                  - {cloud: provincial, pool: gov-x86, borrowingLimit: {pods: "9"}, lendingLimit: {pods: "9"}}
                status:
                  pools: [{cloud: provincial, pool: gov-x86, hard: {pods: "%4$d"}, granted: {pods: "%5$d"}}]
                  %6$s
                """
                        .formatted(name, parent, declared, hard, granted, status),
                BureauQuota.class);
    }
}
