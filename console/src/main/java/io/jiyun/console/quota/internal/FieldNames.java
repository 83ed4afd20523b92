package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.quota.rule.Violation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the field a person typed, where a rule names the field of the declaration. */
final class FieldNames {
    private static final Pattern GRANT = Pattern.compile("spec\\.grants\\[(\\d+)](.*)");
    private static final String SPEC = "spec.";

    private final QuotaDraft draft;
    private final BureauQuotaSpec spec;

    FieldNames(QuotaDraft draft, BureauQuotaSpec spec) {
        this.draft = draft;
        this.spec = spec;
    }

    SpecViolation translate(Violation violation) {
        return SpecViolation.of(
                new Violation(violation.reason(), field(violation.field()), violation.arguments()));
    }

    private String field(String field) {
        Matcher grant = GRANT.matcher(field);
        if (grant.matches()) {
            return pool(spec.grantsOrEmpty().get(Integer.parseInt(grant.group(1))))
                    + grant.group(2);
        }
        if (field.equals("spec.grants")) {
            return "pools";
        }
        return field.startsWith(SPEC) ? field.substring(SPEC.length()) : field;
    }

    private String pool(Grant grant) {
        for (int index = 0; index < draft.pools().size(); index++) {
            PoolDraft pool = draft.pools().get(index);
            if (pool.cloud().equals(grant.cloud()) && pool.pool().equals(grant.pool())) {
                return "pools[" + index + "]";
            }
        }
        return "grants." + grant.requestId();
    }
}
