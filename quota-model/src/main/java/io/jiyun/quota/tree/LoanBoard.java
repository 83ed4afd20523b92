package io.jiyun.quota.tree;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.LoanPlan;
import io.jiyun.quota.plan.LoanPlanner;
import io.jiyun.quota.plan.Sharer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the bureaus of a pool need, as seen lately, and who should therefore lend to whom. Only a
 * wish: nothing rests on it but how well quota is used.
 */
final class LoanBoard {
    /**
     * What was needed counts for so long at least, so that a restart of pods gives nothing back.
     */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private record Need(PoolKey pool, String bureau) {}

    /** The most that was needed in this window and in the one before. */
    private record Peak(Resources now, Resources before, Instant since) {
        Peak and(Resources demand, Instant moment) {
            return moment.isAfter(since.plus(WINDOW))
                    ? new Peak(demand, now, moment)
                    : new Peak(now.largerOf(demand), before, since);
        }
    }

    private final Map<Need, Peak> peaks = new HashMap<>();

    void observe(String bureau, PoolKey pool, Resources demand, Instant moment) {
        peaks.merge(
                new Need(pool, bureau),
                new Peak(demand, Resources.none(), moment),
                (peak, _) -> peak.and(demand, moment));
    }

    void forget(String bureau) {
        peaks.keySet().removeIf(need -> need.bureau().equals(bureau));
    }

    LoanPlan plan(Province province, PoolKey pool) {
        if (!province.sharedPools().contains(pool)) {
            return LoanPlan.NONE;
        }
        List<Sharer> sharers = new ArrayList<>();
        SortedMap<String, SortedMap<String, Resources>> current = new TreeMap<>();
        for (DeclaredQuota quota : province.quotas()) {
            quota.atMost()
                    .in(pool)
                    .forEach((lender, amount) ->
                            current.computeIfAbsent(lender, _ -> new TreeMap<>())
                                    .put(quota.name(), amount));
        }
        for (DeclaredQuota quota : province.quotas()) {
            LoanTerms terms = quota.terms().get(pool);
            boolean borrows = !quota.atMost().in(pool).isEmpty();
            if (terms != null || borrows || current.containsKey(quota.name())) {
                sharers.add(sharer(province, quota, pool, terms));
            }
        }
        return LoanPlanner.plan(sharers, current);
    }

    private Sharer sharer(
            Province province, DeclaredQuota quota, PoolKey pool, @Nullable LoanTerms terms) {
        Peak peak = peaks.get(new Need(pool, quota.name()));
        Resources nominal =
                quota.admitted()
                        .getOrDefault(pool, Resources.none())
                        .minusToZero(
                                province.committedToChildren(quota.name(), pool, quota.name()));
        LoanTerms agreed = terms == null ? LoanTerms.NONE : terms;
        return new Sharer(
                quota.name(),
                nominal,
                peak == null ? null : peak.now().largerOf(peak.before()),
                agreed.lendingLimit(),
                agreed.borrowingLimit());
    }
}
