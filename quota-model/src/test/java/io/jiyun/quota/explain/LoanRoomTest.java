package io.jiyun.quota.explain;

import static io.jiyun.quota.tree.Declarations.bureau;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.explain.NamespaceFacts.Hindrance;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.Borrowed;
import io.jiyun.quota.tree.Borrowing;
import io.jiyun.quota.tree.Borrowing.Recall;
import io.jiyun.quota.tree.Declarations;
import io.jiyun.quota.tree.Declarations.Declaration;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a bureau whose quota is used up is told of lending. */
class LoanRoomTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final PoolKey POOL = new PoolKey(Declarations.CLOUD, Declarations.POOL);
    private static final long QUOTA = 10;

    private final Declaration self = bureau("self").grant("10").admittedTo("10");
    private long lent;

    @Test
    void whereNobodySharesNothingIsAdded() {
        assertThat(explain(Borrowing.NONE, bureau("other").grant("10").admittedTo("10")))
                .extracting(Explanation::level)
                .containsExactly(Level.BUREAU);
    }

    @Test
    void whatMayStillBeBorrowedIsSaidWithWhoMayLend() {
        borrowsUpTo("8");
        Explanation said =
                loan(borrowing("other", 3), lender("other", "20", "5"), lender("small", "20", "1"));

        assertThat(said.code()).isEqualTo("MayBorrow");
        assertThat(said.zh()).contains("已借入 3，按约定还可借入 5").doesNotContain("other");
        assertThat(said.holders())
                .extracting(each -> each.name() + " " + each.amount())
                .containsExactly("other 2", "small 1");
        assertThat(said.approvers()).isEmpty();
    }

    @Test
    void aLenderOffersNoMoreThanItsQuota() {
        borrowsUpTo("8");
        assertThat(loan(Borrowing.NONE, lender("other", "4", "50")).holders())
                .extracting(each -> each.amount().toString())
                .containsExactly("4");
    }

    @Test
    void aLimitThatIsReachedNamesWhoLends() {
        borrowsUpTo("3");
        Explanation said = loan(borrowing("other", 3), lender("other", "20", "5"));

        assertThat(said.code()).isEqualTo("BorrowingLimitReached");
        assertThat(said.holders()).extracting(Explanation.Holder::name).containsExactly("other");
        assertThat(said.approvers()).containsExactly(Approver.CLOUD_ADMINISTRATOR);
    }

    @Test
    void borrowingWithNobodyToLendIsSaid() {
        borrowsUpTo("8");
        assertThat(loan(borrowing("other", 5), lender("other", "20", "5")).code())
                .isEqualTo("NobodyLends");
    }

    @Test
    void whoAgreedOnNothingIsToldThatOthersLend() {
        Explanation said = loan(Borrowing.NONE, lender("other", "20", "5"));

        assertThat(said.code()).isEqualTo("BorrowingNotAgreed");
        assertThat(said.en()).contains("lend up to 5 of requests.cpu together");
    }

    @Test
    void aLenderThatNeedsItsQuotaBackGoesBeforeEverythingElse() {
        borrowsUpTo("8");
        Borrowing recalled =
                new Borrowing(
                        borrowed("other", 3),
                        borrowed("other", 3),
                        new TreeMap<>(
                                Map.of(
                                        POOL,
                                        new TreeMap<>(Map.of("other", new Recall(NOW, NOW))))));

        assertThat(loan(recalled, lender("other", "20", "5")).code()).isEqualTo("LenderRecalls");
    }

    @Test
    void aLenderThatIsShortItselfIsToldWhoHasIt() {
        lent = 4;
        Explanation said =
                loan(
                        Borrowing.NONE,
                        bureau("other").grant("10").admittedTo("10").borrowed("self", "4"));

        assertThat(said.code()).isEqualTo("LentComesBack");
        assertThat(said.holders()).extracting(Explanation.Holder::name).containsExactly("other");
    }

    private void borrowsUpTo(String cores) {
        self.shares(Declarations.POOL, Map.of("requests.cpu", cores), Map.of(), null);
    }

    private static Declaration lender(String name, String quota, String lends) {
        return bureau(name)
                .grant(quota)
                .admittedTo(quota)
                .shares(Declarations.POOL, Map.of(), Map.of("requests.cpu", lends), null);
    }

    private static Borrowing borrowing(String lender, long amount) {
        return new Borrowing(borrowed(lender, amount), borrowed(lender, amount), new TreeMap<>());
    }

    private static Borrowed borrowed(String lender, long amount) {
        return new Borrowed(
                new TreeMap<>(Map.of(POOL, new TreeMap<>(Map.of(lender, cores(amount))))));
    }

    private Explanation loan(Borrowing borrowing, Declaration... others) {
        return explain(borrowing, others).stream()
                .filter(each -> each.level() == Level.LOAN)
                .findFirst()
                .orElseThrow();
    }

    /** Everything it has, its own and what it borrowed, is used. */
    private List<Explanation> explain(Borrowing borrowing, Declaration... others) {
        borrowing
                .stands()
                .in(POOL)
                .forEach((lender, amount) ->
                        self.borrowed(lender, amount.orZero(ResourceName.REQUESTS_CPU).print()));
        List<Declaration> all = new ArrayList<>(List.of(others));
        all.add(self);
        Province province =
                Province.of(List.of(), all.stream().map(Declaration::build).toList(), NOW);
        Admission admission =
                new Admission(
                        new Violations(),
                        new TreeMap<>(Map.of(POOL, cores(QUOTA))),
                        new TreeMap<>(Map.of(POOL, cores(QUOTA - lent))),
                        "",
                        borrowing,
                        new TreeMap<>(Map.of(POOL, cores(lent))));
        Resources used = admission.forSlices(POOL);
        NamespaceFacts full =
                new NamespaceFacts(
                        POOL, "a", Resources.none(), used, used, Resources.none(), Hindrance.NONE);
        return Explaining.of(
                new Situation("self", admission, List.of(full), new TreeMap<>(), () -> province));
    }

    private static Resources cores(long amount) {
        return Resources.of(Map.of(ResourceName.REQUESTS_CPU, new Cpu(amount * 1000)));
    }
}
