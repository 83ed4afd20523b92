package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a bureau shares a pool with others.
 *
 * @param borrowingLimit most it may borrow; a resource it does not mention is not borrowed
 * @param lendingLimit most of its unused quota it lends; a resource it does not mention is not lent
 * @param recallGrace how long a borrower keeps what it uses once this bureau needs it itself
 */
public record LoanTerms(Resources borrowingLimit, Resources lendingLimit, Duration recallGrace) {
    static final LoanTerms NONE = new LoanTerms(Resources.none(), Resources.none(), Duration.ZERO);

    /** By pool; of a bureau that is being deleted none, so that all it lent comes back. */
    static SortedMap<PoolKey, LoanTerms> of(BureauQuota quota) {
        if (quota.getSpec() == null || quota.getMetadata().getDeletionTimestamp() != null) {
            return Collections.emptySortedMap();
        }
        SortedMap<PoolKey, LoanTerms> terms = new TreeMap<>();
        for (Sharing sharing : quota.getSpec().sharingOrEmpty()) {
            Violations unread = new Violations(); // judged elsewhere; nothing is shared until right
            terms.put(
                    new PoolKey(sharing.cloud(), sharing.pool()),
                    new LoanTerms(
                            Quantities.declared(sharing.borrowingLimitOrEmpty(), "", unread),
                            Quantities.declared(sharing.lendingLimitOrEmpty(), "", unread),
                            Duration.ofSeconds(sharing.recallGraceSecondsOrDefault())));
        }
        return Collections.unmodifiableSortedMap(terms);
    }
}
