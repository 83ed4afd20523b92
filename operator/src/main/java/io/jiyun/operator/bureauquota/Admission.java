package io.jiyun.operator.bureauquota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.util.SortedMap;

/**
 * Whether a declaration takes effect, and with how much quota.
 *
 * @param hard the bureau's quota per pool: of the declaration when admitted, else what was admitted
 *     last
 * @param own what of that may stand on the bureau's own namespaces; the rest is its children's
 */
record Admission(
        Violations violations,
        SortedMap<PoolKey, Resources> hard,
        SortedMap<PoolKey, Resources> own) {

    boolean isAdmitted() {
        return violations.isEmpty();
    }

    Resources forSlices(PoolKey pool) {
        return own.getOrDefault(pool, Resources.none());
    }
}
