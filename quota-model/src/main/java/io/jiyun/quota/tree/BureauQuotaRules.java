package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.time.Instant;

/**
 * Whether a BureauQuota may take effect. Collects every broken rule; a declaration with any takes
 * no effect at all, and what was admitted before it stays enforced. The CRD's schema refuses much
 * of this already; the rules hold wherever a declaration comes from.
 */
public final class BureauQuotaRules {

    public static Violations check(BureauQuota quota, Province province, Instant now) {
        return check(quota, province, now, Guards.all());
    }

    static Violations check(BureauQuota quota, Province province, Instant now, Guards guards) {
        Violations violations = new Violations();
        BureauQuotaSpec spec = quota.getSpec();
        if (spec == null || spec.bureau() == null) {
            violations.add(Reason.MISSING_FIELD, "spec.bureau", "spec.bureau");
            return violations;
        }
        GrantRules.check(spec, province, violations);
        SharingRules.check(spec, province, violations);
        NamespaceRules.check(quota, province, now, violations);
        ParentRules.check(quota, province, now, guards, violations);
        if (violations.isEmpty()) {
            PoolRules.check(quota, province, now, violations);
        }
        return violations;
    }

    private BureauQuotaRules() {}
}
