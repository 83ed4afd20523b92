package io.jiyun.quota.tree;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import java.util.SortedMap;

/**
 * Whether a declaration takes effect, and with how much quota.
 *
 * @param hard the bureau's quota per pool: of the declaration when admitted, else what was admitted
 *     last
 * @param own what of that may stand on the bureau's own namespaces; the rest is its children's
 * @param under the quota that contains this one's; empty text for none
 * @param borrowing what it has borrowed and may borrow
 * @param lent per pool what others have borrowed of the quota
 */
public record Admission(
        Violations violations,
        SortedMap<PoolKey, Resources> hard,
        SortedMap<PoolKey, Resources> own,
        String under,
        Borrowing borrowing,
        SortedMap<PoolKey, Resources> lent) {

    public boolean isAdmitted() {
        return violations.isEmpty();
    }

    public Resources forSlices(PoolKey pool) {
        Resources share = own.getOrDefault(pool, Resources.none());
        return share.plus(borrowing.allowed().sum(pool).onlyOf(share));
    }

    /** Whether others use some of the quota. */
    public boolean lends() {
        return lent.values().stream().anyMatch(amount -> !amount.isZero());
    }

    /** What is borrowed once these entries are stored. */
    public Borrowed borrowed(SortedMap<PoolKey, Resources> entries) {
        return borrowing.after(own, entries);
    }
}
