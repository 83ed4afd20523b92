package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.LoanDirection;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one bureau lends to and borrows from whom, by pool and counterpart. */
public record LoanBook(
        SortedMap<PoolKey, SortedMap<String, Resources>> lent,
        SortedMap<PoolKey, SortedMap<String, Resources>> borrowed) {
    private static final LoanBook EMPTY = new LoanBook(new TreeMap<>(), new TreeMap<>());

    public static LoanBook empty() {
        return EMPTY;
    }

    static LoanBook of(@Nullable BureauQuotaStatus status) {
        if (status == null || status.loansOrEmpty().isEmpty()) {
            return EMPTY;
        }
        SortedMap<PoolKey, SortedMap<String, Resources>> lent = new TreeMap<>();
        SortedMap<PoolKey, SortedMap<String, Resources>> borrowed = new TreeMap<>();
        for (Loan loan : status.loansOrEmpty()) {
            (loan.direction() == LoanDirection.LENT ? lent : borrowed)
                    .computeIfAbsent(new PoolKey(loan.cloud(), loan.pool()), _ -> new TreeMap<>())
                    .merge(loan.counterpart(), Quantities.observed(loan.amount()), Resources::plus);
        }
        return new LoanBook(lent, borrowed);
    }

    public Resources lentTo(PoolKey pool, String borrower) {
        return entry(lent, pool, borrower);
    }

    public Resources borrowedFrom(PoolKey pool, String lender) {
        return entry(borrowed, pool, lender);
    }

    public Resources lent(PoolKey pool) {
        return sum(lent, pool);
    }

    public Resources borrowed(PoolKey pool) {
        return sum(borrowed, pool);
    }

    /**
     * What others must reckon with while it is open which of the two is stored: that less is lent
     * and more is borrowed.
     */
    LoanBook worstOf(LoanBook other) {
        SortedMap<PoolKey, SortedMap<String, Resources>> least = new TreeMap<>();
        lent.forEach((pool, to) -> {
            SortedMap<String, Resources> both = new TreeMap<>();
            to.forEach((name, amount) -> {
                Resources theirs = other.lentTo(pool, name);
                both.put(name, amount.onlyOf(theirs.names()).cutTo(theirs));
            });
            least.put(pool, both);
        });
        SortedMap<PoolKey, SortedMap<String, Resources>> most = new TreeMap<>();
        borrowed.forEach((pool, from) -> most.put(pool, new TreeMap<>(from)));
        other.borrowed.forEach((pool, from) -> {
            SortedMap<String, Resources> mine = most.computeIfAbsent(pool, _ -> new TreeMap<>());
            from.forEach((name, amount) -> mine.merge(name, amount, Resources::largerOf));
        });
        return new LoanBook(least, most);
    }

    private static Resources entry(
            SortedMap<PoolKey, SortedMap<String, Resources>> book, PoolKey pool, String name) {
        return book.getOrDefault(pool, Collections.emptySortedMap())
                .getOrDefault(name, Resources.none());
    }

    private static Resources sum(
            SortedMap<PoolKey, SortedMap<String, Resources>> book, PoolKey pool) {
        return book.getOrDefault(pool, Collections.emptySortedMap()).values().stream()
                .collect(Resources.sum());
    }
}
