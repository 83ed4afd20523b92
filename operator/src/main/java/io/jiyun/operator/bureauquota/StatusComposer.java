package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.Utilisation;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.Borrowed;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes down what was decided and observed, for the ledger and for people. */
final class StatusComposer {

    /**
     * What the entries add up to.
     *
     * @param entries those of namespaces worth recording
     */
    private record Sums(
            List<Slice> entries, SortedMap<PoolKey, List<Slice>> byPool, Borrowed borrowed) {
        static Sums of(Admission admission, List<Slice> slices) {
            List<Slice> entries = slices.stream().filter(StatusComposer::isWorthRecording).toList();
            SortedMap<PoolKey, List<Slice>> byPool = inPools(admission, entries);
            SortedMap<PoolKey, Resources> granted = new TreeMap<>();
            byPool.forEach((pool, members) -> granted.put(pool, sum(members, Slice::granted)));
            return new Sums(entries, byPool, admission.borrowed(granted));
        }

        List<NamespaceSlice> each(Function<Slice, NamespaceSlice> as) {
            return entries.stream().map(as).toList();
        }
    }

    /** What the ledger has to record. */
    static BureauQuotaStatus record(Admission admission, List<Slice> slices, long epoch) {
        Sums sums = Sums.of(admission, slices);
        return new BureauQuotaStatus(
                null,
                null,
                recordedPools(admission, sums.byPool()),
                sums.each(StatusComposer::recordedEntry),
                null,
                null,
                under(admission),
                epoch,
                someOrNull(admission.borrowing().record(sums.borrowed())),
                null,
                null);
    }

    /**
     * What is reported.
     *
     * @param told the declaration and what was reported before
     * @param stored what the ledger records now
     */
    static BureauQuotaStatus compose(
            BureauQuota told,
            BureauQuota stored,
            Admission admission,
            List<Slice> slices,
            List<Violation> found,
            List<Explanation> explanations,
            long epoch,
            Instant now) {
        Sums sums = Sums.of(admission, slices);
        List<Slice> entries = sums.entries();
        List<PoolUsage> pools = pools(admission, sums.byPool(), sums.borrowed());
        List<Loan> loans = admission.borrowing().record(sums.borrowed());
        List<Condition> conditions =
                BureauQuotaConditions.of(told, pools, loans, entries, found, explanations, now);
        BureauQuotaStatus recorded = stored.getStatus();
        return new BureauQuotaStatus(
                told.getMetadata().getGeneration(),
                utilisation(pools, entries),
                pools,
                sums.each(StatusComposer::entry),
                conditions,
                someOrNull(found.stream().map(SpecViolation::of).toList()),
                under(admission),
                epoch,
                someOrNull(loans),
                someOrNull(explanations),
                recorded == null ? null : recorded.ledgerVersion());
    }

    private static @Nullable String under(Admission admission) {
        return admission.hard().isEmpty() ? null : admission.under();
    }

    private static List<PoolUsage> recordedPools(
            Admission admission, SortedMap<PoolKey, List<Slice>> byPool) {
        List<PoolUsage> pools = new ArrayList<>();
        byPool.forEach((pool, members) ->
                pools.add(
                        new PoolUsage(
                                pool.cloud(),
                                pool.pool(),
                                Quantities.of(
                                        admission.hard().getOrDefault(pool, Resources.none())),
                                Quantities.of(sum(members, Slice::granted)),
                                null,
                                null,
                                null,
                                null)));
        return pools;
    }

    private static NamespaceSlice recordedEntry(Slice slice) {
        return entry(slice, null, slice.used().isZero() ? null : slice.used());
    }

    /** A namespace no longer wanted is listed as long as the ledger grants it anything. */
    private static boolean isWorthRecording(Slice slice) {
        if (slice.standing() == Standing.FOREIGN) {
            return !slice.granted().isZero();
        }
        return slice.isWanted()
                || !slice.granted().isZero()
                || slice.isUncertain()
                || slice.isMarked();
    }

    private static SortedMap<PoolKey, List<Slice>> inPools(
            Admission admission, List<Slice> slices) {
        SortedMap<PoolKey, List<Slice>> byPool = new TreeMap<>();
        admission.hard().keySet().forEach(pool -> byPool.put(pool, new ArrayList<>()));
        slices.forEach(
                slice -> byPool.computeIfAbsent(slice.pool(), _ -> new ArrayList<>()).add(slice));
        return byPool;
    }

    private static List<PoolUsage> pools(
            Admission admission, SortedMap<PoolKey, List<Slice>> byPool, Borrowed loans) {
        List<PoolUsage> pools = new ArrayList<>();
        byPool.forEach((pool, members) -> {
            Resources hard = admission.hard().getOrDefault(pool, Resources.none());
            Resources used = hard.zeroed().plus(sum(members, Slice::used).onlyOf(hard));
            Resources borrowed = loans.sum(pool);
            Resources lent = admission.lent().getOrDefault(pool, Resources.none());
            pools.add(
                    new PoolUsage(
                            pool.cloud(),
                            pool.pool(),
                            Quantities.of(hard),
                            Quantities.of(sum(members, Slice::granted)),
                            Quantities.of(used),
                            Quantities.of(hard.plus(borrowed).minusToZero(lent).minusToZero(used)),
                            someOrNull(borrowed),
                            someOrNull(lent)));
        });
        return pools;
    }

    private static @Nullable Map<String, Quantity> someOrNull(Resources resources) {
        return resources.isZero() ? null : Quantities.of(resources);
    }

    private static <T> @Nullable List<T> someOrNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static Resources sum(List<Slice> slices, Function<Slice, Resources> what) {
        return slices.stream().map(what).collect(Resources.sum());
    }

    private static NamespaceSlice entry(Slice slice) {
        return entry(slice, slice.statusHard(), slice.used());
    }

    private static NamespaceSlice entry(
            Slice slice, @Nullable Resources hard, @Nullable Resources used) {
        return new NamespaceSlice(
                slice.name(),
                slice.pool().cloud(),
                slice.pool().pool(),
                Quantities.of(slice.granted()),
                slice.limit().equals(slice.granted()) ? null : Quantities.of(slice.limit()),
                quantities(hard),
                quantities(used));
    }

    private static @Nullable Map<String, Quantity> quantities(@Nullable Resources resources) {
        return resources == null ? null : Quantities.of(resources);
    }

    private static Utilisation utilisation(List<PoolUsage> pools, List<Slice> slices) {
        Resources hard =
                pools.stream().map(it -> Quantities.observed(it.hard())).collect(Resources.sum());
        Resources used =
                pools.stream().map(it -> Quantities.observed(it.used())).collect(Resources.sum());
        long wanted = slices.stream().filter(Slice::isWanted).count();
        long enforced = slices.stream().filter(Slice::isWanted).filter(Slice::isEnforced).count();
        return new Utilisation(
                share(used, hard, ResourceName.REQUESTS_CPU),
                share(used, hard, ResourceName.REQUESTS_MEMORY),
                enforced + "/" + wanted);
    }

    private static @Nullable String share(Resources used, Resources hard, ResourceName name) {
        Percentage share = Percentage.of(used.orZero(name), hard.get(name));
        return share == null ? null : share.toString();
    }

    private StatusComposer() {}
}
