package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What a bureau has borrowed, by pool and lender. Immutable; what is not listed is nothing. */
public record Borrowed(SortedMap<PoolKey, SortedMap<String, Resources>> byPool) {
    public static final Borrowed NOTHING = new Borrowed(new TreeMap<>());

    public Borrowed {
        SortedMap<PoolKey, SortedMap<String, Resources>> copy = new TreeMap<>();
        byPool.forEach((pool, lenders) -> {
            SortedMap<String, Resources> kept = new TreeMap<>();
            lenders.forEach((lender, amount) -> {
                if (!amount.isZero()) {
                    kept.put(lender, amount);
                }
            });
            if (!kept.isEmpty()) {
                copy.put(pool, Collections.unmodifiableSortedMap(kept));
            }
        });
        byPool = Collections.unmodifiableSortedMap(copy);
    }

    /** As the ledger records it. */
    public static Borrowed of(@Nullable BureauQuotaStatus status) {
        if (status == null || status.loansOrEmpty().isEmpty()) {
            return NOTHING;
        }
        SortedMap<PoolKey, SortedMap<String, Resources>> loans = new TreeMap<>();
        status.loansOrEmpty()
                .forEach(loan ->
                        loans.computeIfAbsent(
                                        new PoolKey(loan.cloud(), loan.pool()),
                                        _ -> new TreeMap<>())
                                .merge(
                                        loan.lender(),
                                        Quantities.observed(loan.amount()),
                                        Resources::plus));
        return new Borrowed(loans);
    }

    public boolean isNothing() {
        return byPool.isEmpty();
    }

    /** By lender. */
    public SortedMap<String, Resources> in(PoolKey pool) {
        return byPool.getOrDefault(pool, Collections.emptySortedMap());
    }

    public Resources from(String lender, PoolKey pool) {
        return in(pool).getOrDefault(lender, Resources.none());
    }

    public Resources sum(PoolKey pool) {
        return in(pool).values().stream().collect(Resources.sum());
    }

    /** Everybody something is borrowed from. */
    public Set<String> lenders() {
        Set<String> names = new HashSet<>();
        byPool.values().forEach(lenders -> names.addAll(lenders.keySet()));
        return names;
    }

    Borrowed largerOf(Borrowed other) {
        return combine(other, Resources::largerOf);
    }

    Borrowed smallerOf(Borrowed other) {
        return combine(other, (mine, theirs) -> mine.onlyOf(theirs).cutTo(theirs));
    }

    private Borrowed combine(Borrowed other, BinaryOperator<Resources> both) {
        SortedMap<PoolKey, SortedMap<String, Resources>> result = new TreeMap<>();
        Set<PoolKey> pools = new HashSet<>(byPool.keySet());
        pools.addAll(other.byPool.keySet());
        for (PoolKey pool : pools) {
            Set<String> lenders = new HashSet<>(in(pool).keySet());
            lenders.addAll(other.in(pool).keySet());
            SortedMap<String, Resources> combined = new TreeMap<>();
            for (String lender : lenders) {
                combined.put(lender, both.apply(from(lender, pool), other.from(lender, pool)));
            }
            result.put(pool, combined);
        }
        return new Borrowed(result);
    }
}
