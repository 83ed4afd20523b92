package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides who should lend how much to whom in one pool. Deterministic and stable: a loan that both
 * sides can still bear stays as it is; what is left is spread evenly over those who want more, and
 * taken from lenders in the order of their names.
 */
public final class LoanPlanner {
    /** New loans leave a lender a tenth of its quota free, so as not to be asked back at once. */
    private static final int KEPT = 10;

    /**
     * The loans there should be.
     *
     * @param current the loans there are, by lender and borrower
     */
    public static LoanPlan plan(
            List<Sharer> bureaus, SortedMap<String, SortedMap<String, Resources>> current) {
        List<Sharer> sorted = bureaus.stream().sorted(Comparator.comparing(Sharer::name)).toList();
        Set<ResourceName> names = new TreeSet<>();
        sorted.forEach(bureau -> names.addAll(bureau.lendingLimit().names()));
        current.values()
                .forEach(loans -> loans.values().forEach(loan -> names.addAll(loan.names())));
        LoanPlan plan = new LoanPlan(new TreeMap<>(), new TreeMap<>());
        for (ResourceName resource : names) {
            new OneResource(resource, sorted, current).into(plan);
        }
        return plan;
    }

    private static final class OneResource {
        private final ResourceName resource;
        private final List<Sharer> bureaus;
        private final long[][] stands;
        private final long[] wants;
        private final long[] spares;
        private final long[][] loans;
        private final long[][] recalls;

        OneResource(
                ResourceName resource,
                List<Sharer> bureaus,
                SortedMap<String, SortedMap<String, Resources>> current) {
            this.resource = resource;
            this.bureaus = bureaus;
            int count = bureaus.size();
            stands = stands(current);
            wants = new long[count];
            spares = new long[count];
            for (int index = 0; index < count; index++) {
                wants[index] = wants(index);
                spares[index] = spares(index, 0);
            }
            loans = new long[count][count];
            recalls = new long[count][count];
            keep();
            for (int lender = 0; lender < count; lender++) {
                long kept = value(bureaus.get(lender).nominal()) / KEPT;
                long lent = WaterFilling.sum(loans[lender]);
                spares[lender] = Math.max(0, spares(lender, kept) - lent);
            }
            lendMore();
        }

        private void keep() {
            for (int lender = 0; lender < loans.length; lender++) {
                for (int borrower = 0; borrower < loans.length; borrower++) {
                    long wanted = Math.min(stands[lender][borrower], wants[borrower]);
                    long kept = lend(lender, borrower, wanted);
                    recalls[lender][borrower] = wanted - kept;
                    wants[borrower] -= wanted - kept; // it has it still, until it is taken back
                }
            }
        }

        private void lendMore() {
            long[] shares = new long[wants.length];
            int[] weights = new int[wants.length];
            Arrays.fill(weights, 1);
            WaterFilling.pour(
                    WaterFilling.sum(spares),
                    shares,
                    wants.clone(),
                    weights,
                    resource.unit().readableStep());
            for (int borrower = 0; borrower < shares.length; borrower++) {
                long left = shares[borrower];
                for (int lender = 0; lender < spares.length && left > 0; lender++) {
                    left -= lend(lender, borrower, left);
                }
            }
        }

        private long lend(int lender, int borrower, long amount) {
            long lent =
                    lender == borrower
                            ? 0
                            : Math.min(amount, Math.min(spares[lender], wants[borrower]));
            spares[lender] -= lent;
            wants[borrower] -= lent;
            loans[lender][borrower] += lent;
            return lent;
        }

        private long wants(int index) {
            Sharer bureau = bureaus.get(index);
            Resources demand = bureau.demand();
            if (demand == null) {
                return Arrays.stream(stands).mapToLong(row -> row[index]).sum();
            }
            long missing = value(demand) - value(bureau.nominal());
            return Math.clamp(missing, 0, value(bureau.borrowingLimit()));
        }

        private long spares(int index, long kept) {
            Sharer bureau = bureaus.get(index);
            Resources demand = bureau.demand();
            if (demand == null) {
                return WaterFilling.sum(stands[index]);
            }
            long unused = value(bureau.nominal()) - value(demand) - kept;
            return Math.clamp(unused, 0, value(bureau.lendingLimit()));
        }

        private long[][] stands(SortedMap<String, SortedMap<String, Resources>> current) {
            long[][] standing = new long[bureaus.size()][bureaus.size()];
            for (int lender = 0; lender < standing.length; lender++) {
                SortedMap<String, Resources> lent =
                        current.getOrDefault(bureaus.get(lender).name(), new TreeMap<>());
                for (int borrower = 0; borrower < standing.length; borrower++) {
                    standing[lender][borrower] =
                            value(
                                    lent.getOrDefault(
                                            bureaus.get(borrower).name(), Resources.none()));
                }
            }
            return standing;
        }

        private long value(Resources resources) {
            return resources.orZero(resource).value();
        }

        void into(LoanPlan plan) {
            into(plan.loans(), loans);
            into(plan.recalls(), recalls);
        }

        private void into(SortedMap<String, SortedMap<String, Resources>> all, long[][] amounts) {
            for (int lender = 0; lender < amounts.length; lender++) {
                for (int borrower = 0; borrower < amounts.length; borrower++) {
                    if (amounts[lender][borrower] > 0) {
                        Amount amount = Amount.of(resource.unit(), amounts[lender][borrower]);
                        all.computeIfAbsent(bureaus.get(lender).name(), _ -> new TreeMap<>())
                                .merge(
                                        bureaus.get(borrower).name(),
                                        Resources.none().with(resource, amount),
                                        Resources::plus);
                    }
                }
            }
        }
    }

    private LoanPlanner() {}
}
