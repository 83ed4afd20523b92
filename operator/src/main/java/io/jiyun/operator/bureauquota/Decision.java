package io.jiyun.operator.bureauquota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.PoolSnapshot;
import io.jiyun.quota.plan.SlicePlan;
import io.jiyun.quota.plan.SlicePlanner;
import io.jiyun.quota.plan.SliceState;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What to store in the ledger and to write on the clouds in this round.
 *
 * @param slices with the ledger entries that are to be stored
 * @param quotas {@code spec.hard} by slice, safe once the ledger is stored
 */
record Decision(List<Slice> slices, Map<Slice, Resources> quotas) {

    /** Plans every pool of an admitted declaration. */
    static Decision planned(
            Admission admission, List<Slice> slices, Function<Slice, Resources> asked) {
        SortedMap<PoolKey, List<Slice>> byPool = new TreeMap<>();
        slices.forEach(
                slice -> byPool.computeIfAbsent(slice.pool(), _ -> new ArrayList<>()).add(slice));
        List<Slice> decided = new ArrayList<>();
        Map<Slice, Resources> quotas = new LinkedHashMap<>();
        byPool.forEach((pool, members) -> {
            List<SliceState> states =
                    members.stream().map(slice -> slice.state(asked.apply(slice))).toList();
            SlicePlan plan =
                    SlicePlanner.plan(new PoolSnapshot(hard(admission, pool, members), states));
            for (Slice member : members) {
                Slice entry =
                        member.decided(
                                plan.ledger().of(member.name()), plan.targets().of(member.name()));
                decided.add(entry);
                quotas.put(entry, plan.quotas().of(member.name()));
            }
        });
        return new Decision(decided, quotas);
    }

    /** Keeps what the ledger records, whatever the declaration says now. */
    static Decision frozen(List<Slice> slices) {
        Map<Slice, Resources> quotas = new LinkedHashMap<>();
        slices.forEach(slice -> quotas.put(slice, slice.granted()));
        return new Decision(slices, quotas);
    }

    /** The ledger entry this decision makes for a slice. */
    Resources entry(Slice slice) {
        return slices.stream()
                .filter(it -> it.pool().equals(slice.pool()) && it.name().equals(slice.name()))
                .map(Slice::granted)
                .findFirst()
                .orElseGet(slice::granted);
    }

    /** Whether some ResourceQuota is to become larger than it stands. */
    boolean growsAny() {
        return quotas.entrySet().stream()
                .anyMatch(it -> {
                    Resources stands = it.getKey().specHard();
                    return it.getKey().standing() == Standing.HELD
                            && Fences.rises(
                                    stands == null ? Resources.none() : stands, it.getValue());
                });
    }

    /** The same without any entry above what {@code before} records; what would need more waits. */
    Decision withoutRises(List<Slice> before) {
        List<Slice> held = new ArrayList<>();
        Map<Slice, Resources> safe = new LinkedHashMap<>();
        for (Slice slice : slices) {
            Resources recorded =
                    before.stream()
                            .filter(it -> it.pool().equals(slice.pool()))
                            .filter(it -> it.name().equals(slice.name()))
                            .map(Slice::granted)
                            .findFirst()
                            .orElseGet(Resources::none);
            Resources entry = slice.granted().onlyOf(recorded.names()).cutTo(recorded);
            Slice kept = slice.decided(entry, slice.goal());
            held.add(kept);
            Resources quota = quotas.getOrDefault(slice, Resources.none());
            if (entry.names().containsAll(quota.names())) {
                safe.put(kept, quota.cutTo(entry));
            }
        }
        return new Decision(held, safe);
    }

    /** A pool in which nothing is granted any more limits to zero what it limited before. */
    private static Resources hard(Admission admission, PoolKey pool, List<Slice> members) {
        if (admission.hard().containsKey(pool)) {
            return admission.forSlices(pool);
        }
        return members.stream().map(slice -> slice.granted().zeroed()).collect(Resources.sum());
    }
}
