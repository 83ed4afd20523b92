package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.DeclaredQuota;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the hub has stored of one bureau, read once per version. */
record Figures(
        String cover,
        Map<PoolKey, Resources> hard,
        Map<PoolKey, Resources> slices,
        Map<String, Long> entries,
        DeclaredQuota declared) {

    static Figures of(BureauQuota quota) {
        DeclaredQuota declared = DeclaredQuota.of(quota, Instant.EPOCH);
        return new Figures(
                declared.covers().iterator().next(),
                declared.admitted(),
                declared.slices(),
                entries(quota),
                declared);
    }

    private static Map<String, Long> entries(BureauQuota quota) {
        Map<String, Long> entries = new TreeMap<>();
        if (quota.getStatus() != null) {
            quota.getStatus()
                    .namespacesOrEmpty()
                    .forEach(slice ->
                            entries.put(
                                    slice.name(), Pods.in(Quantities.observed(slice.granted()))));
        }
        return entries;
    }

    @Override
    public String toString() {
        return "under '"
                + cover
                + "' hard "
                + hard
                + " slices "
                + slices
                + " declared "
                + declared.declared()
                + " under "
                + declared.parentName()
                + " borrowed "
                + declared.atMost().byPool();
    }

    long borrowedIn(PoolKey pool) {
        return Pods.in(declared.atMost().sum(pool));
    }

    long borrowedFrom(String lender, PoolKey pool) {
        return Pods.in(declared.atMost().from(lender, pool));
    }

    /** What its slices take of its own quota. */
    long heldIn(PoolKey pool) {
        return Math.max(0, slicesIn(pool) - borrowedIn(pool));
    }

    long hardIn(PoolKey pool) {
        return Pods.in(hard.getOrDefault(pool, Resources.none()));
    }

    long slicesIn(PoolKey pool) {
        return Pods.in(slices.getOrDefault(pool, Resources.none()));
    }
}
