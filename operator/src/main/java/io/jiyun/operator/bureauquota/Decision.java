package io.jiyun.operator.bureauquota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.PoolDecision;
import io.jiyun.quota.plan.PoolSnapshot;
import io.jiyun.quota.plan.SliceState;
import io.jiyun.quota.plan.Turn;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to store in the ledger and to write on the clouds in this round.
 *
 * @param slices with the ledger entries that are to be stored
 */
record Decision(SortedMap<PoolKey, PoolDecision> pools, List<Slice> slices) {

    /** Plans every pool of an admitted declaration. */
    static Decision planned(
            Admission admission,
            List<Slice> slices,
            Function<PoolKey, @Nullable Turn> turns,
            Predicate<Slice> fenced) {
        SortedMap<PoolKey, PoolDecision> pools = new TreeMap<>();
        byPool(slices)
                .forEach((pool, members) -> {
                    List<SliceState> states = members.stream().map(Slice::state).toList();
                    Set<String> written =
                            members.stream()
                                    .filter(fenced)
                                    .map(Slice::name)
                                    .collect(Collectors.toSet());
                    pools.put(
                            pool,
                            PoolDecision.of(
                                    new PoolSnapshot(
                                            hard(admission, pool, members),
                                            states,
                                            turns.apply(pool)),
                                    written::contains,
                                    Guards.all()));
                });
        return decided(pools, slices);
    }

    /** Keeps what the ledger records, whatever the declaration says now. */
    static Decision frozen(List<Slice> slices) {
        SortedMap<PoolKey, PoolDecision> pools = new TreeMap<>();
        byPool(slices)
                .forEach((pool, members) -> {
                    List<SliceState> states = members.stream().map(Slice::state).toList();
                    pools.put(
                            pool, PoolDecision.frozen(new PoolSnapshot(Resources.none(), states)));
                });
        return decided(pools, slices);
    }

    /** What the ResourceQuota of a slice is to be; null where it is left as it stands. */
    @Nullable Resources quota(Slice slice) {
        PoolDecision decision = pools.get(slice.pool());
        return decision == null ? null : decision.quotas().byId().get(slice.name());
    }

    /** Whether the ResourceQuota of a slice is to become larger than it stands. */
    boolean grows(Slice slice) {
        Resources hard = quota(slice);
        Resources stands = slice.specHard();
        return hard != null && PoolDecision.rises(stands == null ? Resources.none() : stands, hard);
    }

    /** What the ResourceQuota of a slice starts with where there is none. */
    Resources whenMade(Slice slice) {
        PoolDecision decision = pools.get(slice.pool());
        return decision == null ? Resources.none() : decision.whenMade(slice.name(), Guards.all());
    }

    /** The entries by pool, added up. */
    SortedMap<PoolKey, Resources> sums() {
        SortedMap<PoolKey, Resources> sums = new TreeMap<>();
        pools.forEach((pool, decision) -> sums.put(pool, decision.ledger().sum()));
        return sums;
    }

    /** Whether the ResourceQuota is written even if it stands as decided. */
    boolean isUnfenced(Slice slice) {
        PoolDecision decision = pools.get(slice.pool());
        return decision != null && decision.unfenced().contains(slice.name());
    }

    /** Whether anything is to be raised on a cloud or in the ledger. */
    boolean isPending() {
        return pools.values().stream().anyMatch(it -> it.growsAny() || it.sumRises());
    }

    private static Decision decided(SortedMap<PoolKey, PoolDecision> pools, List<Slice> slices) {
        List<Slice> decided = new ArrayList<>();
        for (Slice slice : slices) {
            PoolDecision decision = pools.get(slice.pool());
            if (decision == null) {
                decided.add(slice);
            } else {
                decided.add(
                        slice.decided(
                                decision.ledger().of(slice.name()),
                                decision.limit(slice.name()),
                                decision.targets().of(slice.name())));
            }
        }
        return new Decision(pools, decided);
    }

    private static SortedMap<PoolKey, List<Slice>> byPool(List<Slice> slices) {
        SortedMap<PoolKey, List<Slice>> byPool = new TreeMap<>();
        slices.forEach(
                slice -> byPool.computeIfAbsent(slice.pool(), _ -> new ArrayList<>()).add(slice));
        return byPool;
    }

    /** A pool in which nothing is granted any more limits to zero what it limited before. */
    private static Resources hard(Admission admission, PoolKey pool, List<Slice> members) {
        if (admission.hard().containsKey(pool)) {
            return admission.forSlices(pool);
        }
        return members.stream().map(slice -> slice.granted().zeroed()).collect(Resources.sum());
    }
}
