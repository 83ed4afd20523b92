package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Demand;
import io.jiyun.quota.plan.PoolDecision;
import io.jiyun.quota.plan.SizedAsk;
import io.jiyun.quota.plan.SliceState;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a process sees the namespaces of a bureau as its round begins. */
final class Picture {
    /** One namespace: its cell, its ResourceQuota as seen, and what the ledger records. */
    record Seen(Cell cell, Cell.Quota quota, SliceState state) {}

    private final Map<String, Seen> slices = new LinkedHashMap<>();

    static Picture of(Operator process, BureauQuota quota, boolean admitted) {
        Picture picture = new Picture();
        BureauQuotaStatus status = quota.getStatus();
        Map<String, NamespaceSlice> recorded = new TreeMap<>();
        if (status != null) {
            status.namespacesOrEmpty().forEach(slice -> recorded.put(slice.name(), slice));
        }
        for (BureauNamespace declared : quota.getSpec().namespacesOrEmpty()) {
            NamespaceSlice record = recorded.remove(declared.name());
            if (record != null || admitted) {
                picture.add(process, declared.name(), declared, record);
            }
        }
        recorded.forEach((name, record) -> picture.add(process, name, null, record));
        return picture;
    }

    private void add(
            Operator process,
            String name,
            @Nullable BureauNamespace declared,
            @Nullable NamespaceSlice record) {
        Cell cell = process.world.cell(name);
        Cell.Quota quota = process.quota(cell);
        boolean known = quota.exists() && quota.status() >= 0;
        Resources used =
                known
                        ? Pods.of(quota.used())
                        : Quantities.observed(record == null ? null : record.used());
        Resources granted = Quantities.observed(record == null ? null : record.granted());
        SliceState state =
                new SliceState(
                        name,
                        declared != null,
                        declared == null ? 1 : declared.weightOrDefault(),
                        Quantities.observed(declared == null ? null : declared.min()),
                        Quantities.observed(declared == null ? null : declared.max()),
                        granted,
                        record == null || record.limit() == null
                                ? granted
                                : Quantities.observed(record.limit()),
                        quota.exists() ? Pods.of(quota.spec()) : null,
                        known ? Pods.of(quota.status()) : null,
                        used,
                        new Demand(
                                List.of(SizedAsk.exactly(Pods.of(cell.asked()))),
                                Resources.none(),
                                List.of(Pods.of(cell.asked())),
                                cell.asked() > 4));
        slices.put(name, new Seen(cell, quota, cell.isAdopted() ? state.adopted() : state));
    }

    SortedMap<PoolKey, List<SliceState>> byPool() {
        SortedMap<PoolKey, List<SliceState>> byPool = new TreeMap<>();
        slices.values()
                .forEach(slice ->
                        byPool.computeIfAbsent(slice.cell().pool, _ -> new ArrayList<>())
                                .add(slice.state()));
        return byPool;
    }

    /** What is used and was refused, by pool. */
    SortedMap<PoolKey, Resources> needs() {
        SortedMap<PoolKey, Resources> needs = new TreeMap<>();
        byPool().forEach((pool, states) ->
                needs.put(
                        pool,
                        states.stream()
                                .map(state -> state.used().plus(state.asked()))
                                .collect(Resources.sum())));
        return needs;
    }

    Seen slice(String name) {
        return Objects.requireNonNull(slices.get(name));
    }

    Iterable<Seen> all() {
        return slices.values();
    }

    /** The status with these entries, as far as it is the ledger. */
    BureauQuotaStatus status(
            BureauQuota quota,
            Admission admission,
            Map<PoolKey, PoolDecision> decisions,
            SortedMap<PoolKey, Resources> entries,
            long epoch) {
        SortedMap<PoolKey, Resources> sums = new TreeMap<>();
        admission.hard().keySet().forEach(pool -> sums.put(pool, Resources.none()));
        List<NamespaceSlice> records = new ArrayList<>();
        slices.forEach((name, slice) -> {
            PoolDecision decision = Objects.requireNonNull(decisions.get(slice.cell().pool));
            Resources entry = decision.ledger().of(name);
            Resources limit = decision.limit(name);
            Resources confirmed = slice.state().statusHard();
            if (slice.state().wanted() || Pods.in(entry) > 0) {
                PoolKey pool = slice.cell().pool;
                sums.merge(pool, entry, Resources::plus);
                records.add(
                        new NamespaceSlice(
                                name,
                                pool.cloud(),
                                pool.pool(),
                                Quantities.of(entry),
                                limit.equals(entry) ? null : Quantities.of(limit),
                                confirmed == null ? null : Quantities.of(confirmed),
                                Quantities.of(slice.state().used())));
            }
        });
        List<PoolUsage> pools = new ArrayList<>();
        sums.forEach((pool, sum) ->
                pools.add(
                        new PoolUsage(
                                pool.cloud(),
                                pool.pool(),
                                Quantities.of(
                                        admission.hard().getOrDefault(pool, Resources.none())),
                                Quantities.of(sum),
                                null,
                                null,
                                null,
                                null)));
        return new BureauQuotaStatus(
                quota.getMetadata().getGeneration(),
                null,
                pools,
                records,
                null,
                null,
                admission.hard().isEmpty() ? null : admission.under(),
                epoch,
                admission.borrowing().record(admission.borrowed(entries)),
                null,
                null);
    }
}
