package io.jiyun.console.quota;

import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the bureau or a namespace of it does not get what it asks for, as far as the reader may know.
 *
 * @param said the sentence in both languages
 * @param resource what is short; null for nothing in particular
 * @param approvers who can give more, in the order in which they are asked
 */
public record Shortage(
        Level level,
        SpecViolation said,
        @Nullable ResourceName resource,
        List<Holding> holders,
        List<Approver> approvers) {

    /**
     * A part that is held.
     *
     * @param name of a namespace or a bureau; null for bureaus the reader may not know of
     */
    public record Holding(@Nullable String name, Amount amount) {}
}
