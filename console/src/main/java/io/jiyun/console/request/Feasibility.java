package io.jiyun.console.request;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request when it is submitted now.
 *
 * @param violations what keeps it from being submitted
 * @param preview what carrying it out would do; null where it changes no quota or cannot be read
 * @param waiting what other requests hold in its pools already
 * @param recent use of the last week beside the ask, as sentences; says so where there is none
 * @param rule what the automatic rule would say; null where the workflow has none
 */
public record Feasibility(
        List<SpecViolation> violations,
        @Nullable QuotaPreview preview,
        List<Waiting> waiting,
        List<SpecViolation> recent,
        @Nullable SpecViolation rule) {

    public boolean feasible() {
        return violations.isEmpty();
    }

    /** What other requests hold together in one pool. */
    public record Waiting(PoolKey pool, Resources resources, int requests) {}
}
