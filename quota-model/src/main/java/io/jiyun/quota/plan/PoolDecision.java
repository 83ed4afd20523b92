package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one round stores and writes for a bureau in one pool.
 *
 * @param targets where each slice should end up
 * @param ledger entries to store
 * @param quotas limits to store beside them, and {@code spec.hard} to write by slice once they are
 *     stored; a slice that is not listed is left as it stands
 * @param unfenced slices whose ResourceQuota is written even if it stands as decided
 * @param taken what came of the turn; null where none is taken
 */
public record PoolDecision(
        PoolSnapshot snapshot,
        Slices targets,
        Slices ledger,
        Slices quotas,
        Set<String> unfenced,
        Turn.@Nullable Taken taken) {

    /**
     * Plans the pool.
     *
     * @param fenced whether this process wrote the slice's ResourceQuota since its limit fell last
     */
    public static PoolDecision of(PoolSnapshot snapshot, Predicate<String> fenced, Guards guards) {
        SlicePlan plan = SlicePlanner.plan(snapshot, fenced, guards);
        boolean excess =
                rises(snapshot, plan.ledger())
                        && snapshot.slices().stream()
                                .anyMatch(slice -> slice.exceeds(plan.ledger().of(slice.id())));
        Slices ledger = excess ? withoutRises(snapshot, plan.ledger()) : plan.ledger();
        Slices quotas = excess ? within(ledger, plan.quotas()) : plan.quotas();
        Set<String> unfenced = new TreeSet<>();
        for (SliceState slice : snapshot.slices()) {
            Resources limit = quotas.of(slice.id());
            boolean shrinks = rises(limit, ledger.of(slice.id()));
            boolean falls = rises(limit, slice.limit());
            if (shrinks && slice.specHard() != null && (falls || !fenced.test(slice.id()))) {
                unfenced.add(slice.id());
            }
        }
        return new PoolDecision(snapshot, plan.targets(), ledger, quotas, unfenced, plan.taken());
    }

    /**
     * Keeps what the ledger records, whatever the declaration says now. Where that is more than the
     * quota admitted last, slices already lowered stay so.
     */
    public static PoolDecision frozen(PoolSnapshot snapshot) {
        SortedMap<String, Resources> entries = new TreeMap<>();
        SortedMap<String, Resources> quotas = new TreeMap<>();
        for (SliceState slice : snapshot.slices()) {
            entries.put(slice.id(), slice.granted());
            quotas.put(slice.id(), slice.granted().overlaidWith(slice.limit()));
        }
        Slices ledger = new Slices(entries);
        return new PoolDecision(snapshot, ledger, ledger, new Slices(quotas), Set.of(), null);
    }

    /** No entry above what stands recorded: a quota of the pool stands above its own. */
    private static Slices withoutRises(PoolSnapshot snapshot, Slices ledger) {
        SortedMap<String, Resources> kept = new TreeMap<>();
        for (SliceState slice : snapshot.slices()) {
            Resources recorded = slice.granted();
            kept.put(slice.id(), ledger.of(slice.id()).onlyOf(recorded).cutTo(recorded));
        }
        return new Slices(kept);
    }

    /** Quotas cut to entries; one that limits what its entry does not yet mention waits. */
    private static Slices within(Slices ledger, Slices quotas) {
        SortedMap<String, Resources> safe = new TreeMap<>();
        for (String id : quotas.ids()) {
            Resources entry = ledger.of(id);
            if (entry.mentionsAllOf(quotas.of(id))) {
                safe.put(id, quotas.of(id).cutTo(entry));
            }
        }
        return new Slices(safe);
    }

    /** The limit to store beside the entry of a slice. */
    public Resources limit(String id) {
        Resources decided = quotas.byId().get(id);
        if (decided != null) {
            return decided;
        }
        return snapshot.slices().stream()
                .filter(slice -> slice.id().equals(id))
                .map(slice -> slice.limit().cutTo(ledger.of(id)))
                .findFirst()
                .orElseGet(Resources::none);
    }

    /** Whether the bureau takes more of the pool than its entries add up to. */
    public boolean sumRises() {
        return rises(granted(snapshot).sum(), ledger.sum());
    }

    /** Whether nothing is left to be stored or written, once what is decided here has been. */
    public boolean isSettled() {
        return targets.equals(ledger) && targets.equals(quotas);
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
                        .anyMatch(slice -> slice.granted().isZero());
        Resources hard = quotas.of(id);
        return first || !guards.hold(Guard.EMPTY_WHEN_MADE_ANEW) ? hard : hard.zeroed();
    }

    /** Slices whose limit falls, so that what was written of their ResourceQuota counts no more. */
    public Set<String> lowered() {
        Set<String> lowered = new TreeSet<>();
        for (SliceState slice : snapshot.slices()) {
            if (rises(limit(slice.id()), slice.limit())) {
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
        return !from.covers(to) || !from.mentionsAllOf(to);
    }

    private static Slices granted(PoolSnapshot snapshot) {
        SortedMap<String, Resources> granted = new TreeMap<>();
        snapshot.slices().forEach(slice -> granted.put(slice.id(), slice.granted()));
        return new Slices(granted);
    }
}
