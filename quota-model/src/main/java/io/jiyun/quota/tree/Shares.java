package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.LoanPlan;
import io.jiyun.quota.tree.Borrowing.Recall;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of its quota a bureau has for itself, and what it may have of others'. */
final class Shares {
    private final Province province;
    private final LoanBoard board;
    private final Guards guards;
    private final Map<PoolKey, LoanPlan> plans = new HashMap<>();

    Shares(Province province, LoanBoard board, Guards guards) {
        this.province = province;
        this.board = board;
        this.guards = guards;
    }

    private LoanPlan plan(PoolKey pool) {
        return plans.computeIfAbsent(pool, it -> board.plan(province, it));
    }

    SortedMap<PoolKey, Resources> own(String name, SortedMap<PoolKey, Resources> hard) {
        SortedMap<PoolKey, Resources> own = new TreeMap<>();
        hard.forEach((pool, amount) ->
                own.put(pool, province.ownShare(name, pool, amount, plan(pool), guards)));
        return own;
    }

    SortedMap<PoolKey, Resources> lent(String name, Collection<PoolKey> pools) {
        SortedMap<PoolKey, Resources> lent = new TreeMap<>();
        pools.forEach(pool -> lent.put(pool, province.lent(name, pool, name)));
        return lent;
    }

    /**
     * What a bureau may borrow.
     *
     * @param hard the quota it is about to have, contained in that of {@code cover}
     */
    Borrowing borrowing(
            DeclaredQuota self,
            SortedMap<PoolKey, Resources> hard,
            String cover,
            @Nullable BureauQuotaStatus status,
            Instant now) {
        Set<PoolKey> pools = new TreeSet<>(self.terms().keySet());
        pools.addAll(self.atMost().byPool().keySet());
        if (pools.isEmpty()) {
            return Borrowing.NONE;
        }
        SortedMap<PoolKey, SortedMap<String, Resources>> allowed = new TreeMap<>();
        SortedMap<PoolKey, SortedMap<String, Recall>> recalls = new TreeMap<>();
        for (PoolKey pool : pools) {
            LoanPlan plan = plan(pool);
            for (String lender : lenders(self, pool, plan)) {
                Resources bound = plan.loan(lender, self.name());
                Resources needed = plan.recall(lender, self.name());
                if (!needed.isEmpty()) {
                    Recall recall = Recall.of(status, pool, lender, now, terms(lender, pool));
                    recalls.computeIfAbsent(pool, _ -> new TreeMap<>()).put(lender, recall);
                    bound = now.isBefore(recall.due()) ? bound.plus(needed) : bound;
                }
                Resources room =
                        province.lendable(lender, pool, self.name(), guards)
                                .largerOf(self.atMost().from(lender, pool));
                Resources within = bound.zeroed().plus(room.onlyOf(bound));
                Resources most = bound.cutTo(within);
                if (lender.equals(cover)) {
                    most = most.cutTo(kept(self, lender, pool, hard));
                }
                allowed.computeIfAbsent(pool, _ -> new TreeMap<>()).put(lender, most);
            }
        }
        return new Borrowing(self.atMost(), new Borrowed(allowed), recalls);
    }

    private static Resources kept(
            DeclaredQuota self, String parent, PoolKey pool, SortedMap<PoolKey, Resources> hard) {
        return ParentRules.keptLoan(self, parent, pool, hard.getOrDefault(pool, Resources.none()));
    }

    private static Set<String> lenders(DeclaredQuota self, PoolKey pool, LoanPlan plan) {
        Set<String> lenders = new TreeSet<>(plan.lendersTo(self.name()));
        lenders.addAll(self.atMost().in(pool).keySet());
        return lenders;
    }

    private LoanTerms terms(String lender, PoolKey pool) {
        return province.quota(lender)
                .map(quota -> quota.terms().getOrDefault(pool, LoanTerms.NONE))
                .orElse(LoanTerms.NONE);
    }

    /**
     * Whether these entries and loans leave everybody else what is theirs. Of its own quota a
     * bureau may take what its children and borrowers leave; of a lender's, what the lender leaves.
     */
    boolean leaveRoom(
            DeclaredQuota self,
            Admission admission,
            SortedMap<PoolKey, Resources> entries,
            Borrowed borrowed) {
        Set<PoolKey> pools = new HashSet<>(entries.keySet());
        pools.addAll(borrowed.byPool().keySet());
        pools.addAll(self.atMost().byPool().keySet());
        for (PoolKey pool : pools) {
            Resources before = province.held(self, pool);
            Resources after =
                    entries.getOrDefault(pool, Resources.none()).minusToZero(borrowed.sum(pool));
            Resources most = before.largerOf(share(self.name(), pool, admission));
            boolean fits = before.covers(after) || after.cutTo(most).equals(after);
            if (!fits || !isLent(self, pool, admission, borrowed)) {
                return false;
            }
        }
        return true;
    }

    private Resources share(String name, PoolKey pool, Admission admission) {
        Resources share =
                admission
                        .hard()
                        .getOrDefault(pool, Resources.none())
                        .minusToZero(province.committedToChildren(name, pool, name));
        return guards.hold(Guard.RETURNED_BEFORE_TAKEN_BACK)
                ? share.minusToZero(province.lent(name, pool, name))
                : share;
    }

    private boolean isLent(
            DeclaredQuota self, PoolKey pool, Admission admission, Borrowed borrowed) {
        for (Map.Entry<String, Resources> loan : borrowed.in(pool).entrySet()) {
            String lender = loan.getKey();
            boolean more = !self.atMost().from(lender, pool).covers(loan.getValue());
            if (more
                    && !province.lendable(lender, pool, self.name(), guards)
                            .covers(loan.getValue())) {
                return false;
            }
            if (lender.equals(admission.under())
                    && !loan.getValue().fitsWithin(kept(self, lender, pool, admission.hard()))) {
                return false;
            }
        }
        return true;
    }

    /** Who lends to the bureau or borrows from it, or is to. */
    Set<String> partners(String name) {
        Set<String> partners = new TreeSet<>();
        for (PoolKey pool : province.sharedPools()) {
            LoanPlan plan = plan(pool);
            partners.addAll(plan.lendersTo(name));
            partners.addAll(plan.borrowersFrom(name));
            for (DeclaredQuota quota : province.quotas()) {
                if (quota.name().equals(name)) {
                    partners.addAll(quota.atMost().in(pool).keySet());
                } else if (quota.atMost().in(pool).containsKey(name)) {
                    partners.add(quota.name());
                }
            }
        }
        return partners;
    }
}
