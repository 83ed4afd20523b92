package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Who should lend how much to whom in one pool.
 *
 * @param loans by lender and borrower
 * @param recalls by lender and borrower, what is borrowed and still wanted there, but needed by the
 *     lender itself
 */
public record LoanPlan(
        SortedMap<String, SortedMap<String, Resources>> loans,
        SortedMap<String, SortedMap<String, Resources>> recalls) {
    private static final SortedMap<String, Resources> NOBODY = Collections.emptySortedMap();

    public static final LoanPlan NONE =
            new LoanPlan(Collections.emptySortedMap(), Collections.emptySortedMap());

    public Resources loan(String lender, String borrower) {
        return entry(loans, lender, borrower);
    }

    public Resources recall(String lender, String borrower) {
        return entry(recalls, lender, borrower);
    }

    public Set<String> lendersTo(String borrower) {
        Set<String> lenders = new TreeSet<>();
        loans.forEach((lender, to) -> {
            if (to.containsKey(borrower)) {
                lenders.add(lender);
            }
        });
        return lenders;
    }

    public Set<String> borrowersFrom(String lender) {
        return loans.getOrDefault(lender, NOBODY).keySet();
    }

    /** Bureaus that lend or borrow differently in the other plan. */
    public Set<String> differing(LoanPlan other) {
        Set<String> names = new TreeSet<>();
        differing(loans, other.loans, names);
        differing(recalls, other.recalls, names);
        return names;
    }

    private static void differing(
            SortedMap<String, SortedMap<String, Resources>> left,
            SortedMap<String, SortedMap<String, Resources>> right,
            Set<String> names) {
        Set<String> lenders = new TreeSet<>(left.keySet());
        lenders.addAll(right.keySet());
        for (String lender : lenders) {
            Set<String> borrowers = new TreeSet<>(left.getOrDefault(lender, NOBODY).keySet());
            borrowers.addAll(right.getOrDefault(lender, NOBODY).keySet());
            for (String borrower : borrowers) {
                if (!entry(left, lender, borrower).equals(entry(right, lender, borrower))) {
                    names.add(lender);
                    names.add(borrower);
                }
            }
        }
    }

    private static Resources entry(
            SortedMap<String, SortedMap<String, Resources>> all, String lender, String borrower) {
        return all.getOrDefault(lender, NOBODY).getOrDefault(borrower, Resources.none());
    }
}
