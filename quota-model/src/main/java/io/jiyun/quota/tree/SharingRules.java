package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a bureau shares: a known pool, each once, readable amounts, a grace that ends. */
final class SharingRules {

    static void check(BureauQuotaSpec spec, Province province, Violations violations) {
        List<Sharing> all = spec.sharingOrEmpty();
        Set<PoolKey> named = new HashSet<>();
        for (int index = 0; index < all.size(); index++) {
            Sharing sharing = all.get(index);
            String field = "spec.sharing[" + index + "]";
            PoolKey pool = new PoolKey(sharing.cloud(), sharing.pool());
            boolean known = GrantRules.knownPool(pool, field, province, violations);
            if (known && !named.add(pool)) {
                violations.add(Reason.SHARED_TWICE, field, pool.pool(), pool.cloud());
            }
            Quantities.declared(
                    sharing.borrowingLimitOrEmpty(), field + ".borrowingLimit", violations);
            Quantities.declared(sharing.lendingLimitOrEmpty(), field + ".lendingLimit", violations);
            long grace = sharing.recallGraceSecondsOrDefault();
            if (grace < 0 || grace > Sharing.LONGEST_GRACE_SECONDS) {
                violations.add(
                        Reason.INVALID_RECALL_GRACE,
                        field + ".recallGraceSeconds",
                        pool.pool(),
                        pool.cloud(),
                        grace,
                        Sharing.LONGEST_GRACE_SECONDS);
            }
        }
    }

    private SharingRules() {}
}
