package io.jiyun.operator.bureauquota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Makes sure that quota taken from one namespace is spent on another only when nobody can put it
 * back.
 *
 * <p>Another leader, or a write of this one whose answer was lost, may still hold a decision to
 * write the larger quota. It fails only if the ResourceQuota was written after the ledger entry had
 * fallen. So before any entry of a pool rises, every ResourceQuota of the pool must have been
 * written by this process since its entry fell last; where that is not so, it is written once more,
 * unchanged but for a mark. And who writes a larger quota without having stored the ledger in the
 * same round reads the ledger after the quota; see {@link BureauQuotaRound}.
 */
final class Fences {
    private record Key(PoolKey pool, String namespace) {}

    private final Set<Key> standing = ConcurrentHashMap.newKeySet();

    /** This process wrote the ResourceQuota of the slice. */
    void raise(Slice slice) {
        standing.add(key(slice));
    }

    /** What stands in the way of the entries a decision raises. */
    enum Obstacle {
        NONE,
        /** ResourceQuotas that have to be written once more. */
        FENCE,
        /** A ResourceQuota above its entry, which has to shrink and be confirmed first. */
        EXCESS
    }

    Obstacle obstacle(List<Slice> before, Decision decision) {
        Set<PoolKey> rising = rising(before, decision);
        boolean excess =
                before.stream()
                        .filter(slice -> rising.contains(slice.pool()))
                        .anyMatch(slice -> exceeds(slice, decision.entry(slice)));
        if (excess) {
            return Obstacle.EXCESS;
        }
        return missing(before, decision).isEmpty() ? Obstacle.NONE : Obstacle.FENCE;
    }

    /**
     * Slices whose ResourceQuota must be written, after lower entries are stored, before any rise.
     */
    List<Slice> missing(List<Slice> before, Decision decision) {
        Set<PoolKey> rising = rising(before, decision);
        return before.stream()
                .filter(slice -> rising.contains(slice.pool()) && slice.quota() != null)
                .filter(slice ->
                        !standing.contains(key(slice))
                                || rises(decision.entry(slice), slice.granted()))
                .toList();
    }

    private static Set<PoolKey> rising(List<Slice> before, Decision decision) {
        return before.stream()
                .filter(slice -> rises(slice.granted(), decision.entry(slice)))
                .map(Slice::pool)
                .collect(Collectors.toSet());
    }

    private static boolean exceeds(Slice slice, Resources entry) {
        Resources asked = slice.specHard();
        Resources enforced = slice.statusHard();
        return (asked != null && !entry.covers(asked))
                || (enforced != null && !entry.covers(enforced));
    }

    /** Entries that the decision lowers lose their fence. */
    void dropLowered(List<Slice> before, Decision decision) {
        for (Slice slice : before) {
            if (rises(decision.entry(slice), slice.granted())) {
                standing.remove(key(slice));
            }
        }
    }

    /** Whether some amount is larger in {@code to}. */
    static boolean rises(Resources from, Resources to) {
        return !from.covers(to) || !from.names().containsAll(to.names());
    }

    private static Key key(Slice slice) {
        return new Key(slice.pool(), slice.name());
    }
}
