package io.jiyun.quota.explain;

import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.Borrowing;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lending between bureaus does for one whose quota of a resource is used up: what may still be
 * borrowed, from whom and up to which limit, or why not. No sentence names another bureau; who may
 * know them finds them among the holders.
 */
record LoanRoom(Situation situation, PoolKey pool, ResourceName resource) {
    private static final List<Approver> ADMINISTRATOR = List.of(Approver.CLOUD_ADMINISTRATOR);

    /** Nothing where nobody shares. */
    Optional<Explanation> explanation() {
        Province province = situation.province().get();
        Borrowing borrowing = situation.admission().borrowing();
        SortedMap<String, Resources> loans = borrowing.stands().in(pool);
        Amount lent = of(situation.admission().lent().getOrDefault(pool, Resources.none()));
        if (!lent.isZero()) {
            return said(
                    List.of(),
                    province.borrowers(situation.bureau(), pool),
                    Reason.LENT_COMES_BACK,
                    lent);
        }
        SortedMap<String, Resources> recalled = new TreeMap<>(loans);
        recalled.keySet().retainAll(recalling(borrowing));
        if (!sum(recalled).isZero()) {
            return said(List.of(), recalled, Reason.LENDER_RECALLS, sum(recalled));
        }
        SortedMap<String, Resources> offers = province.offers(pool, situation.bureau());
        Amount limit = limit(province);
        Amount borrowed = sum(loans);
        if (limit.isZero()) {
            return sum(offers).isZero()
                    ? Optional.empty()
                    : said(ADMINISTRATOR, offers, Reason.BORROWING_NOT_AGREED, sum(offers));
        }
        if (!limit.exceeds(borrowed)) {
            return said(ADMINISTRATOR, loans, Reason.BORROWING_LIMIT_REACHED, borrowed);
        }
        Amount more = limit.minusToZero(borrowed);
        return sum(offers).isZero()
                ? said(ADMINISTRATOR, loans, Reason.NOBODY_LENDS, borrowed, more)
                : said(List.of(), offers, Reason.MAY_BORROW, borrowed, more);
    }

    private Set<String> recalling(Borrowing borrowing) {
        return borrowing.recalls().getOrDefault(pool, Collections.emptySortedMap()).keySet();
    }

    private Amount limit(Province province) {
        return province.quota(situation.bureau())
                .map(quota -> quota.terms().get(pool))
                .map(terms -> of(terms.borrowingLimit()))
                .orElse(of(Resources.none()));
    }

    private Amount of(Resources resources) {
        return resources.orZero(resource);
    }

    private Amount sum(Map<String, Resources> amounts) {
        return of(amounts.values().stream().collect(Resources.sum()));
    }

    private Optional<Explanation> said(
            List<Approver> approvers,
            Map<String, Resources> holders,
            Reason reason,
            Object... amounts) {
        Object[] arguments = new Object[amounts.length + 2];
        arguments[0] = pool;
        arguments[1] = resource;
        System.arraycopy(amounts, 0, arguments, 2, amounts.length);
        Violation said = Violation.of(reason, "", arguments);
        return Optional.of(
                new Explanation(
                        reason.code(),
                        Level.LOAN,
                        pool.cloud(),
                        pool.pool(),
                        null,
                        resource.value(),
                        new Holders(resource).bureaus(holders, "").largest(),
                        approvers,
                        said.zh(),
                        said.en()));
    }
}
