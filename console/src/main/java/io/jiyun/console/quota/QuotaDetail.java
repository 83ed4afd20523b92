package io.jiyun.console.quota;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one quota.
 *
 * @param draft the decided declaration in the form it is edited in
 * @param owned whether the console keeps it in the cluster; false while it is kept there by hand
 * @param failure sentence of the API server that refused the newest version; null if it did not
 * @param violations what the operator found wrong, in both languages
 * @param shortages why something is short, as far as the reader may know
 * @param loans what is borrowed from and lent to other bureaus
 */
public record QuotaDetail(
        QuotaRow row,
        QuotaDraft draft,
        boolean owned,
        List<PoolQuota> pools,
        List<Slice> slices,
        List<GrantLine> grants,
        List<ConditionLine> conditions,
        List<SpecViolation> violations,
        List<Shortage> shortages,
        List<LoanLine> loans,
        @Nullable String failure) {

    /**
     * The quota in one pool.
     *
     * @param decided what the console decided, valid now
     * @param hard the quota the operator holds to; null, like the next three, while not known
     * @param borrowed what may be used beyond it instead of other bureaus
     * @param lent what other bureaus use of it
     */
    public record PoolQuota(
            PoolKey pool,
            Resources decided,
            @Nullable Resources hard,
            @Nullable Resources granted,
            @Nullable Resources used,
            @Nullable Resources available,
            Resources borrowed,
            Resources lent) {

        /** What may be used in all: the quota in force, and what is borrowed. */
        public Resources usable() {
            Resources quota = hard == null ? decided : hard;
            return quota.plus(borrowed.onlyOf(quota));
        }
    }

    /** The slice 分片 on one namespace; figures are null while not known. */
    public record Slice(
            String namespace,
            PoolKey pool,
            int weight,
            @Nullable Resources granted,
            @Nullable Resources hard,
            @Nullable Resources used) {}

    /**
     * One approved amount 额度批复.
     *
     * @param valid whether it counts now
     */
    public record GrantLine(
            String requestId,
            PoolKey pool,
            Resources resources,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            boolean valid) {}

    /** A condition as the operator set it. */
    public record ConditionLine(
            String type, String status, String reason, String message, @Nullable Instant since) {}
}
