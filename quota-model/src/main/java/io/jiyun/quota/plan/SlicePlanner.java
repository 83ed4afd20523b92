package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.TreeMap;

/**
 * Decides the next safe step towards the targets. Called again after every confirmation; it needs
 * no memory of its own, so a crash between any two steps loses nothing.
 */
public final class SlicePlanner {

    public static SlicePlan plan(PoolSnapshot snapshot) {
        Slices targets = SliceTargets.of(snapshot);
        Slices ledger = ledger(snapshot, targets);
        return new SlicePlan(targets, ledger, targets.combine(ledger, Resources::cutTo));
    }

    /**
     * Entries first fall to what is safe to take away, then rise into the room that really is free.
     */
    private static Slices ledger(PoolSnapshot snapshot, Slices targets) {
        Slices entries = new Slices(new TreeMap<>());
        for (SliceState slice : snapshot.slices()) {
            entries = entries.with(slice.id(), lowered(slice, targets.of(slice.id()), snapshot));
        }
        for (ResourceName resource : snapshot.hard().names()) {
            long free = free(resource, snapshot, entries);
            for (SliceState slice : snapshot.slices()) {
                Resources entry = entries.of(slice.id());
                long have = entry.orZero(resource).value();
                long wish = targets.of(slice.id()).orZero(resource).value() - have;
                long raise = Math.max(0, Math.min(wish, free));
                free -= raise;
                Amount raised = Amount.of(resource.unit(), have + raise);
                entries = entries.with(slice.id(), entry.with(resource, raised));
            }
        }
        return entries;
    }

    private static Resources lowered(SliceState slice, Resources target, PoolSnapshot snapshot) {
        Resources granted = slice.granted().onlyOf(snapshot.hard().names());
        return granted.cutTo(target.largerOf(slice.exposure().onlyOf(granted.names())));
    }

    private static long free(ResourceName resource, PoolSnapshot snapshot, Slices entries) {
        long taken = 0;
        for (SliceState slice : snapshot.slices()) {
            Amount entry = entries.of(slice.id()).orZero(resource);
            taken = Math.addExact(taken, entry.largerOf(slice.used().orZero(resource)).value());
        }
        return Math.max(0, snapshot.hard().orZero(resource).value() - taken);
    }

    private SlicePlanner() {}
}
