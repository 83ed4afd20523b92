package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau may have borrowed after a round.
 *
 * @param stands what it has borrowed, as stored
 * @param allowed what it may have: more where a lender has made room, less where it is not needed
 *     or has to go back
 * @param recalls by pool and lender, what a lender needs itself
 */
public record Borrowing(
        Borrowed stands, Borrowed allowed, SortedMap<PoolKey, SortedMap<String, Recall>> recalls) {
    public static final Borrowing NONE =
            new Borrowing(Borrowed.NOTHING, Borrowed.NOTHING, Collections.emptySortedMap());

    /**
     * A lender needs what it lent.
     *
     * @param since when that was first seen
     * @param due until when the borrower may go on using it
     */
    public record Recall(Instant since, Instant due) {
        /** As recorded before, or from now on. */
        static Recall of(
                @Nullable BureauQuotaStatus status,
                PoolKey pool,
                String lender,
                Instant now,
                LoanTerms terms) {
            return Optional.ofNullable(status).stream()
                    .flatMap(it -> it.loansOrEmpty().stream())
                    .filter(loan -> loan.lender().equals(lender))
                    .filter(loan -> pool.equals(new PoolKey(loan.cloud(), loan.pool())))
                    .flatMap(loan -> recorded(loan).stream())
                    .findFirst()
                    .orElseGet(() -> new Recall(now, now.plus(terms.recallGrace())));
        }

        private static Optional<Recall> recorded(Loan loan) {
            Instant since = GrantedQuota.moment(loan.recalledAt());
            Instant due = GrantedQuota.moment(loan.due());
            return since == null || due == null
                    ? Optional.empty()
                    : Optional.of(new Recall(since, due));
        }
    }

    /** Keeps what there is. */
    static Borrowing kept(Borrowed stands) {
        return new Borrowing(stands, stands, Collections.emptySortedMap());
    }

    /**
     * What is stored beside these entries: what is allowed, and of what stands as much more as the
     * entries still rest on.
     *
     * @param own what the bureau has of its own, by pool
     */
    public Borrowed after(
            SortedMap<PoolKey, Resources> own, SortedMap<PoolKey, Resources> entries) {
        Set<PoolKey> pools = new HashSet<>(stands.byPool().keySet());
        pools.addAll(allowed.byPool().keySet());
        SortedMap<PoolKey, SortedMap<String, Resources>> after = new TreeMap<>();
        for (PoolKey pool : pools) {
            Resources rest =
                    entries.getOrDefault(pool, Resources.none())
                            .minusToZero(own.getOrDefault(pool, Resources.none()))
                            .minusToZero(allowed.sum(pool));
            SortedMap<String, Resources> lenders = new TreeMap<>(allowed.in(pool));
            for (Map.Entry<String, Resources> stood : stands.in(pool).entrySet()) {
                Resources kept =
                        stood.getValue()
                                .minusToZero(allowed.from(stood.getKey(), pool))
                                .onlyOf(rest)
                                .cutTo(rest);
                rest = rest.minusToZero(kept);
                lenders.merge(stood.getKey(), kept, Resources::plus);
            }
            after.put(pool, lenders);
        }
        return new Borrowed(after);
    }

    /** For the ledger. */
    public List<Loan> record(Borrowed after) {
        List<Loan> loans = new ArrayList<>();
        after.byPool()
                .forEach((pool, lenders) ->
                        lenders.forEach((lender, amount) -> {
                            Recall recall =
                                    recalls.getOrDefault(pool, Collections.emptySortedMap())
                                            .get(lender);
                            loans.add(
                                    new Loan(
                                            pool.cloud(),
                                            pool.pool(),
                                            lender,
                                            Quantities.of(amount),
                                            recall == null ? null : recall.since().toString(),
                                            recall == null ? null : recall.due().toString()));
                        }));
        return loans;
    }
}
