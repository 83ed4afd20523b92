package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoanPlannerTest {
    private static final SortedMap<String, SortedMap<String, Resources>> NO_LOANS = new TreeMap<>();

    @Test
    void aBureauThatNeedsMoreThanItHasBorrowsWhatAnotherDoesNotUse() {
        LoanPlan plan = plan(NO_LOANS, lender("rich", 10, 0, 6), borrower("poor", 4, 7, 4));

        assertThat(in(plan.loan("rich", "poor"))).isEqualTo(3);
        assertThat(plan.recalls()).isEmpty();
    }

    @Test
    void nobodyBorrowsMoreThanItsOwnLimitOrTheLendersOrWhatTheLenderKeepsFree() {
        assertThat(lent(lender("rich", 10, 0, 6), borrower("poor", 4, 9, 2))).isEqualTo(2);
        assertThat(lent(lender("rich", 10, 0, 3), borrower("poor", 4, 9, 5))).isEqualTo(3);
        assertThat(lent(lender("rich", 10, 6, 6), borrower("poor", 4, 9, 5))).isEqualTo(3);
    }

    @Test
    void whatSeveralWantIsSpreadEvenlyOverThem() {
        LoanPlan plan =
                plan(
                        NO_LOANS,
                        lender("rich", 20, 10, 8),
                        borrower("a", 4, 10, 10),
                        borrower("b", 4, 10, 10));

        assertThat(in(plan.loan("rich", "a"))).isEqualTo(4);
        assertThat(in(plan.loan("rich", "b"))).isEqualTo(4);
    }

    @Test
    void aLoanThatBothCanBearStaysThoughTheLenderKeepsLessFreeThanForANewOne() {
        LoanPlan plan =
                plan(loan("rich", "poor", 5), lender("rich", 10, 5, 6), borrower("poor", 4, 9, 5));

        assertThat(in(plan.loan("rich", "poor"))).isEqualTo(5);
        assertThat(plan.recalls()).isEmpty();
    }

    @Test
    void aLenderThatNeedsItsQuotaAsksBackNoMoreThanItNeeds() {
        LoanPlan plan =
                plan(loan("rich", "poor", 5), lender("rich", 10, 7, 6), borrower("poor", 4, 9, 5));

        assertThat(in(plan.loan("rich", "poor"))).isEqualTo(3);
        assertThat(in(plan.recall("rich", "poor"))).isEqualTo(2);
    }

    @Test
    void whatABorrowerNoLongerNeedsGoesBackWithoutBeingAskedFor() {
        LoanPlan plan =
                plan(loan("rich", "poor", 5), lender("rich", 10, 0, 6), borrower("poor", 4, 6, 5));

        assertThat(in(plan.loan("rich", "poor"))).isEqualTo(2);
        assertThat(plan.recalls()).isEmpty();
    }

    @Test
    void whereNeedsAreNotKnownEverythingStaysAsItIs() {
        LoanPlan plan =
                plan(
                        loan("rich", "poor", 5),
                        sharer("rich", 10, null, 6, 0),
                        sharer("poor", 4, null, 0, 5));

        assertThat(in(plan.loan("rich", "poor"))).isEqualTo(5);
        assertThat(plan.recalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void plansKeepAllLimitsAndAPlanCarriedOutIsNotChangedAgain(long seed) {
        Random random = new Random(seed);
        for (int repetition = 0; repetition < 500; repetition++) {
            List<Sharer> bureaus = new ArrayList<>();
            for (String name : List.of("a", "b", "c", "d", "e")) {
                bureaus.add(
                        sharer(
                                name,
                                random.nextInt(30),
                                random.nextInt(40),
                                random.nextInt(20),
                                random.nextInt(20)));
            }
            LoanPlan first = LoanPlanner.plan(bureaus, NO_LOANS);
            LoanPlan again = LoanPlanner.plan(bureaus, first.loans());

            assertThat(again.loans()).as("seed %d", seed).isEqualTo(first.loans());
            for (Sharer bureau : bureaus) {
                long out = 0;
                long into = 0;
                for (Sharer other : bureaus) {
                    out += in(first.loan(bureau.name(), other.name()));
                    into += in(first.loan(other.name(), bureau.name()));
                }
                long unused = in(bureau.nominal()) - in(bureau.demand());
                assertThat(out)
                        .isBetween(0L, Math.min(in(bureau.lendingLimit()), Math.max(0, unused)));
                assertThat(into)
                        .isBetween(0L, Math.min(in(bureau.borrowingLimit()), Math.max(0, -unused)));
            }
        }
    }

    private static long lent(Sharer lender, Sharer borrower) {
        return in(plan(NO_LOANS, lender, borrower).loan(lender.name(), borrower.name()));
    }

    private static LoanPlan plan(
            SortedMap<String, SortedMap<String, Resources>> current, Sharer... bureaus) {
        return LoanPlanner.plan(List.of(bureaus), current);
    }

    private static SortedMap<String, SortedMap<String, Resources>> loan(
            String lender, String borrower, long amount) {
        SortedMap<String, Resources> to = new TreeMap<>(Map.of(borrower, pods(amount)));
        return new TreeMap<>(Map.of(lender, to));
    }

    private static Sharer lender(String name, long nominal, long demand, long lending) {
        return sharer(name, nominal, (int) demand, lending, 0);
    }

    private static Sharer borrower(String name, long nominal, long demand, long borrowing) {
        return sharer(name, nominal, (int) demand, 0, borrowing);
    }

    private static Sharer sharer(
            String name, long nominal, @Nullable Integer demand, long lending, long borrowing) {
        return new Sharer(
                name,
                pods(nominal),
                demand == null ? null : pods(demand),
                pods(lending),
                pods(borrowing));
    }

    private static Resources pods(long count) {
        return Resources.of(Map.of(ResourceName.PODS, new Count(count)));
    }

    private static long in(@Nullable Resources resources) {
        return resources == null ? 0 : resources.orZero(ResourceName.PODS).value();
    }
}
