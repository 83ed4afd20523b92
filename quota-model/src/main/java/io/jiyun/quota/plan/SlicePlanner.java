package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * Decides the next safe step towards the targets. Called again after every confirmation; it needs
 * no memory of its own, so a crash between any two steps loses nothing.
 */
public final class SlicePlanner {

    /** The plan of a process that wrote every ResourceQuota itself. */
    public static SlicePlan plan(PoolSnapshot snapshot) {
        return plan(snapshot, _ -> true, Guards.all());
    }

    /**
     * The next step.
     *
     * @param fenced whether the slice's ResourceQuota was written since its limit was stored, so
     *     that nobody can raise it above that any more
     */
    public static SlicePlan plan(PoolSnapshot seen, Predicate<String> fenced, Guards guards) {
        PoolSnapshot snapshot = WholeAsks.within(seen);
        SliceTargets wanted = SliceTargets.of(snapshot);
        Slices wishes = wanted.slices();
        Slices ledger = ledger(snapshot, wishes, fenced, guards);
        Slices targets = wishes.combine(ledger, withinReach(snapshot));
        Slices quotas =
                guards.hold(Guard.LEDGER_BEFORE_QUOTA)
                        ? targets.combine(ledger, Resources::cutTo)
                        : targets;
        return new SlicePlan(targets, ledger, quotas, wanted.taken());
    }

    /**
     * Where more is in use than the quota, as after the adoption of a namespace that uses what its
     * siblings use already, nobody waits for more than stands until use has fallen.
     */
    private static BinaryOperator<Resources> withinReach(PoolSnapshot snapshot) {
        Resources used = snapshot.slices().stream().map(SliceState::used).collect(Resources.sum());
        Set<ResourceName> over = used.excessOver(snapshot.hard()).names();
        return (wish, entry) -> wish.overlaidWith(wish.onlyOf(over).cutTo(entry));
    }

    /**
     * Entries first fall to what is safe to take away, then rise into the room that really is free.
     */
    private static Slices ledger(
            PoolSnapshot snapshot, Slices targets, Predicate<String> fenced, Guards guards) {
        List<SliceState> slices = snapshot.slices();
        SortedMap<String, SortedMap<ResourceName, Amount>> entries = new TreeMap<>();
        for (SliceState slice : slices) {
            Resources low = lowered(slice, targets.of(slice.id()), snapshot, fenced, guards);
            entries.put(slice.id(), new TreeMap<>(low.asMap()));
        }
        for (ResourceName resource : snapshot.hard().names()) {
            Amount zero = Amount.zero(resource.unit());
            long free = free(resource, snapshot, entries, guards);
            for (SliceState slice : byUrgency(resource, slices, targets)) {
                Map<ResourceName, Amount> entry = entries.getOrDefault(slice.id(), new TreeMap<>());
                long have = entry.getOrDefault(resource, zero).value();
                long wish = targets.of(slice.id()).orZero(resource).value() - have;
                long unrecorded = Math.max(0, slice.used().orZero(resource).value() - have);
                // What is used without being recorded was taken off what is free already.
                long raise =
                        free < 0 ? 0 : Math.max(0, Math.min(wish, Math.addExact(free, unrecorded)));
                free -= Math.max(0, raise - unrecorded);
                entry.put(resource, Amount.of(resource.unit(), have + raise));
            }
        }
        SortedMap<String, Resources> ledger = new TreeMap<>();
        entries.forEach((id, amounts) -> ledger.put(id, Resources.of(amounts)));
        return new Slices(ledger);
    }

    /**
     * Where something was refused comes first, small asks before large ones: while others still
     * shrink, as many as possible have what they wait for.
     */
    private static List<SliceState> byUrgency(
            ResourceName resource, List<SliceState> slices, Slices targets) {
        return slices.stream()
                .sorted(
                        Comparator.<SliceState, Boolean>comparing(
                                        slice -> slice.demand().refused().orZero(resource).isZero())
                                .thenComparingLong(slice ->
                                        targets.of(slice.id()).orZero(resource).value()
                                                - slice.granted().orZero(resource).value()))
                .toList();
    }

    private static Resources lowered(
            SliceState slice,
            Resources target,
            PoolSnapshot snapshot,
            Predicate<String> fenced,
            Guards guards) {
        Resources granted = slice.granted().onlyOf(snapshot.hard().names());
        if (!guards.hold(Guard.NAMESPACE_BEFORE_LEDGER)) {
            return granted.cutTo(target);
        }
        if (guards.hold(Guard.FENCE_BEFORE_FALL) && !fenced.test(slice.id())) {
            return granted;
        }
        Resources limit = granted.overlaidWith(slice.limit());
        Resources least =
                guards.hold(Guard.FENCE_BEFORE_FALL)
                        ? slice.exposure(guards).largerOf(limit)
                        : slice.exposure(guards);
        return granted.cutTo(target.largerOf(least.onlyOf(granted.names())));
    }

    private static long free(
            ResourceName resource,
            PoolSnapshot snapshot,
            SortedMap<String, SortedMap<ResourceName, Amount>> entries,
            Guards guards) {
        Amount zero = Amount.zero(resource.unit());
        long taken = 0;
        for (SliceState slice : snapshot.slices()) {
            Amount entry =
                    entries.getOrDefault(slice.id(), new TreeMap<>()).getOrDefault(resource, zero);
            Amount used =
                    guards.hold(Guard.USE_STAYS_IN_LEDGER) ? slice.used().orZero(resource) : zero;
            taken = Math.addExact(taken, entry.largerOf(used).value());
        }
        return snapshot.hard().orZero(resource).value() - taken;
    }

    private SlicePlanner() {}
}
