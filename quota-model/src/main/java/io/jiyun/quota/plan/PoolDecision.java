package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What one round stores and writes for a bureau in one pool.
 *
 * @param targets where each slice should end up
 * @param ledger entries to store
 * @param quotas {@code spec.hard} by slice, safe once the entries are stored; a slice that is not
 *     listed is left as it stands
 * @param unfenced slices whose ResourceQuota has to be written once more, after the entries were
 *     stored and before any entry of the pool rises
 */
public record PoolDecision(
        PoolSnapshot snapshot,
        Slices targets,
        Slices ledger,
        Slices quotas,
        Obstacle obstacle,
        Set<String> unfenced) {

    /**
     * Plans the pool.
     *
     * @param fenced whether this process wrote the slice's ResourceQuota since its entry fell last
     * @param mayRise whether this process leads; one that does not raises nothing
     */
    public static PoolDecision of(
            PoolSnapshot snapshot, Predicate<String> fenced, boolean mayRise, Guards guards) {
        SlicePlan plan = SlicePlanner.plan(snapshot, guards);
        Set<String> unfenced = new TreeSet<>();
        Obstacle obstacle = Obstacle.NONE;
        if (rises(snapshot, plan.ledger())) {
            for (SliceState slice : snapshot.slices()) {
                Resources entry = plan.ledger().of(slice.id());
                if (guards.hold(Guard.EXCESS_SHRINKS_FIRST) && slice.exceeds(entry)) {
                    obstacle = Obstacle.EXCESS;
                }
                boolean falls = rises(entry, slice.granted());
                if (guards.hold(Guard.FENCE_BEFORE_RISE)
                        && slice.specHard() != null
                        && (falls || !fenced.test(slice.id()))) {
                    unfenced.add(slice.id());
                }
            }
            if (obstacle == Obstacle.NONE && !unfenced.isEmpty()) {
                obstacle = Obstacle.FENCE;
            }
        }
        PoolDecision wish =
                new PoolDecision(
                        snapshot, plan.targets(), plan.ledger(), plan.quotas(), obstacle, unfenced);
        return obstacle == Obstacle.NONE && mayRise ? wish : wish.withoutRises(guards);
    }

    /** Keeps what the ledger records, whatever the declaration says now. */
    public static PoolDecision frozen(PoolSnapshot snapshot) {
        Slices entries = granted(snapshot);
        return new PoolDecision(snapshot, entries, entries, entries, Obstacle.NONE, Set.of());
    }

    /** The same without any entry above what stands recorded; what would need more waits. */
    private PoolDecision withoutRises(Guards guards) {
        Slices before = granted(snapshot);
        SortedMap<String, Resources> kept = new TreeMap<>();
        SortedMap<String, Resources> safe = new TreeMap<>();
        for (String id : ledger.ids()) {
            Resources recorded = before.of(id);
            Resources entry = ledger.of(id).onlyOf(recorded.names()).cutTo(recorded);
            kept.put(id, entry);
            Resources quota = quotas.of(id);
            if (entry.names().containsAll(quota.names())) {
                safe.put(id, guards.hold(Guard.LEDGER_BEFORE_QUOTA) ? quota.cutTo(entry) : quota);
            }
        }
        Set<String> fences = obstacle == Obstacle.FENCE ? unfenced : Set.of();
        return new PoolDecision(
                snapshot, targets, new Slices(kept), new Slices(safe), obstacle, fences);
    }

    /** Whether the bureau takes more of the pool than its entries add up to. */
    public boolean sumRises() {
        return rises(granted(snapshot).sum(), ledger.sum());
    }

    /** Whether some ResourceQuota is to become larger than it stands. */
    public boolean growsAny() {
        return snapshot.slices().stream()
                .filter(slice -> quotas.ids().contains(slice.id()))
                .anyMatch(slice -> {
                    Resources stands = slice.specHard();
                    return rises(stands == null ? Resources.none() : stands, quotas.of(slice.id()));
                });
    }

    /**
     * What a ResourceQuota starts with that has to be made. A create carries no version, so a late
     * one could bring back what was given away meanwhile; only for a slice that had nothing before
     * this round has anything to be made at once.
     */
    public Resources whenMade(String id, Guards guards) {
        boolean first =
                snapshot.slices().stream()
                        .filter(slice -> slice.id().equals(id))
                        .anyMatch(slice -> slice.granted().equals(slice.granted().zeroed()));
        Resources hard = quotas.of(id);
        return first || !guards.hold(Guard.EMPTY_WHEN_MADE_ANEW) ? hard : hard.zeroed();
    }

    /** Slices whose entry falls, so that the fence of their ResourceQuota counts no more. */
    public Set<String> lowered() {
        Set<String> lowered = new TreeSet<>();
        for (SliceState slice : snapshot.slices()) {
            if (rises(ledger.of(slice.id()), slice.granted())) {
                lowered.add(slice.id());
            }
        }
        return lowered;
    }

    private static boolean rises(PoolSnapshot snapshot, Slices ledger) {
        return snapshot.slices().stream()
                .anyMatch(slice -> rises(slice.granted(), ledger.of(slice.id())));
    }

    /** Whether some amount is larger in {@code to}. */
    public static boolean rises(Resources from, Resources to) {
        return !from.covers(to) || !from.names().containsAll(to.names());
    }

    private static Slices granted(PoolSnapshot snapshot) {
        SortedMap<String, Resources> granted = new TreeMap<>();
        snapshot.slices().forEach(slice -> granted.put(slice.id(), slice.granted()));
        return new Slices(granted);
    }
}
