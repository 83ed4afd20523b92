package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each grant by itself: known pool, readable amounts, a validity that runs forward. */
final class GrantRules {

    static void check(BureauQuotaSpec spec, Province province, Violations violations) {
        List<Grant> grants = spec.grantsOrEmpty();
        for (int index = 0; index < grants.size(); index++) {
            Grant grant = grants.get(index);
            String field = "spec.grants[" + index + "]";
            knownPool(new PoolKey(grant.cloud(), grant.pool()), field, province, violations);
            Quantities.declared(grant.resources(), field + ".resources", violations);
            if (!runsForward(grant)) {
                violations.add(Reason.INVALID_VALIDITY, field + ".validUntil", grant.requestId());
            }
        }
    }

    static boolean knownPool(PoolKey key, String field, Province province, Violations violations) {
        if (!province.hasCloud(key.cloud())) {
            violations.add(Reason.UNKNOWN_CLOUD, field + ".cloud", key.cloud());
            return false;
        }
        if (!province.hasPool(key)) {
            violations.add(
                    Reason.UNKNOWN_POOL,
                    field + ".pool",
                    key.pool(),
                    key.cloud(),
                    String.join(", ", province.poolNames(key.cloud())));
            return false;
        }
        return true;
    }

    private static boolean runsForward(Grant grant) {
        if (isUnreadable(grant.validFrom()) || isUnreadable(grant.validUntil())) {
            return false;
        }
        Instant from = GrantedQuota.moment(grant.validFrom());
        Instant until = GrantedQuota.moment(grant.validUntil());
        return from == null || until == null || from.isBefore(until);
    }

    private static boolean isUnreadable(@Nullable String text) {
        return text != null && GrantedQuota.moment(text) == null;
    }

    private GrantRules() {}
}
