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
 */
public record Admission(
        Violations violations,
        SortedMap<PoolKey, Resources> hard,
        SortedMap<PoolKey, Resources> own,
        String under) {

    public boolean isAdmitted() {
        return violations.isEmpty();
    }

    public Resources forSlices(PoolKey pool) {
        return own.getOrDefault(pool, Resources.none());
    }
}
