package io.jiyun.console.quota;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do, without doing it.
 *
 * @param version version the preview was made on; submit names it
 * @param violations what forbids the change
 * @param warnings what is allowed but should be known, such as a quota below its use
 * @param affectedNamespaces namespaces whose slices may change
 * @param affectedQuotas quotas of bureaus below this one
 * @param sharing pools shared otherwise than before
 */
public record QuotaPreview(
        String name,
        long version,
        List<PoolPreview> pools,
        List<SpecViolation> violations,
        List<SpecViolation> warnings,
        List<String> affectedNamespaces,
        List<String> affectedQuotas,
        List<SharingPreview> sharing) {

    /** The same with these added to what forbids it. */
    public QuotaPreview forbiddenBy(List<SpecViolation> more) {
        return new QuotaPreview(
                name,
                version,
                pools,
                Stream.concat(violations.stream(), more.stream()).toList(),
                warnings,
                affectedNamespaces,
                affectedQuotas,
                sharing);
    }

    public boolean acceptable() {
        return violations.isEmpty();
    }

    /** How one pool is shared, before and after; null where it is not. */
    public record SharingPreview(
            PoolKey pool, @Nullable SharingDraft before, @Nullable SharingDraft after) {}

    /** One pool, before and after. */
    public record PoolPreview(PoolKey pool, List<ResourcePreview> resources) {}

    /**
     * One resource of a pool, before and after; an amount that is null is not limited.
     *
     * @param used what is used now; null while not known
     * @param allocatable what the pool has in all; null when it sets no bound
     * @param leftForThis what the other bureaus leave of it; null when the pool sets no bound
     * @param belowUse whether less would be allowed than is used (超配)
     */
    public record ResourcePreview(
            ResourceName resource,
            @Nullable Amount before,
            @Nullable Amount after,
            @Nullable Amount used,
            @Nullable Amount allocatable,
            @Nullable Amount leftForThis,
            boolean fits,
            boolean belowUse) {}
}
