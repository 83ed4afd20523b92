package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
        List<Resources> entries = new ArrayList<>();
        for (SliceState slice : slices) {
            entries.add(lowered(slice, targets.of(slice.id()), snapshot, fenced, guards));
        }
        for (ResourceName resource : snapshot.hard().names()) {
            raise(resource, snapshot, targets, entries, guards);
        }
        SortedMap<String, Resources> ledger = new TreeMap<>();
        for (int index = 0; index < slices.size(); index++) {
            ledger.put(slices.get(index).id(), entries.get(index));
        }
        return new Slices(ledger);
    }

    private static void raise(
            ResourceName resource,
            PoolSnapshot snapshot,
            Slices targets,
            List<Resources> entries,
            Guards guards) {
        long[] have = figures(resource, entries);
        long[] used = figures(resource, snapshot, SliceState::used);
        long[] wish = figures(resource, snapshot, slice -> targets.of(slice.id()));
        long free = snapshot.hard().orZero(resource).value() - taken(have, used, guards);
        for (int index : byUrgency(resource, snapshot, wish)) {
            // What is used without being recorded was taken off what is free already.
            long unrecorded = Math.max(0, used[index] - have[index]);
            long room = free < 0 ? 0 : Math.addExact(free, unrecorded);
            long raise = Math.max(0, Math.min(wish[index] - have[index], room));
            free -= Math.max(0, raise - unrecorded);
            Amount entry = Amount.of(resource.unit(), have[index] + raise);
            if (!entry.equals(entries.get(index).get(resource))) {
                entries.set(index, entries.get(index).with(resource, entry));
            }
        }
    }

    /**
     * Where something was refused comes first, small asks before large ones: while others still
     * shrink, as many as possible have what they wait for.
     */
    private static List<Integer> byUrgency(
            ResourceName resource, PoolSnapshot snapshot, long[] wish) {
        long[] refused = figures(resource, snapshot, slice -> slice.demand().refused());
        long[] granted = figures(resource, snapshot, SliceState::granted);
        return IntStream.range(0, wish.length)
                .boxed()
                .sorted(
                        Comparator.<Integer, Boolean>comparing(index -> refused[index] == 0)
                                .thenComparingLong(index -> wish[index] - granted[index]))
                .toList();
    }

    private static long taken(long[] entries, long[] used, Guards guards) {
        long taken = 0;
        for (int index = 0; index < entries.length; index++) {
            long stays = guards.hold(Guard.USE_STAYS_IN_LEDGER) ? used[index] : 0;
            taken = Math.addExact(taken, Math.max(entries[index], stays));
        }
        return taken;
    }

    private static long[] figures(
            ResourceName resource, PoolSnapshot snapshot, Function<SliceState, Resources> what) {
        return figures(resource, snapshot.slices().stream().map(what).toList());
    }

    private static long[] figures(ResourceName resource, List<Resources> amounts) {
        return amounts.stream().mapToLong(each -> each.orZero(resource).value()).toArray();
    }

    private static Resources lowered(
            SliceState slice,
            Resources target,
            PoolSnapshot snapshot,
            Predicate<String> fenced,
            Guards guards) {
        Resources granted = slice.granted().onlyOf(snapshot.hard());
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
        return granted.cutTo(target.largerOf(least.onlyOf(granted)));
    }

    private SlicePlanner() {}
}
