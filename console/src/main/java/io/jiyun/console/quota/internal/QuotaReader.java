package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.QuotaSort;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.GrantedQuota;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists quotas: what was decided comes from the database, what is in force from the informers. */
@Component
public class QuotaReader {
    private final QuotaTable quotas;
    private final Cluster cluster;
    private final Clock clock;
    private final Derived<QuotaRow> rows = new Derived<>(QuotaReader::derived);

    QuotaReader(QuotaTable quotas, Cluster cluster, Clock clock) {
        this.quotas = quotas;
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * Rows that pass the filter, unsorted.
     *
     * @param bureau code of the one bureau to list; null for all
     */
    public Stream<QuotaRow> rows(@Nullable String bureau, QuotaFilter filter) {
        Instant now = clock.instant();
        return quotas.all(bureau).stream()
                .map(stored -> row(stored, cluster.quota(stored.name()), now))
                .filter(row -> passes(row, filter));
    }

    public Optional<StoredQuota> find(String name) {
        return quotas.find(name);
    }

    QuotaRow row(StoredQuota stored, Optional<BureauQuota> live, Instant now) {
        return rows.of(stored, live, now);
    }

    private static QuotaRow derived(StoredQuota stored, Optional<BureauQuota> live, Instant now) {
        LiveState state = new LiveState(stored, live);
        SortedMap<PoolKey, Resources> quota = GrantedQuota.at(stored.spec(), now);
        Integer percent = state.pressurePercent();
        return new QuotaRow(
                stored.name(),
                stored.bureauCode(),
                stored.spec().bureau().name(),
                stored.spec().parentName(),
                stored.version(),
                List.copyOf(quota.keySet()),
                stored.spec().namespacesOrEmpty().size(),
                quota.values().stream().collect(Resources.sum()),
                state.borrowed(),
                state.used(),
                percent,
                Pressure.of(percent),
                state.state(),
                state.conditions(),
                stored.changedAt());
    }

    public static Comparator<QuotaRow> order(QuotaSort sort) {
        Comparator<QuotaRow> order =
                switch (sort.field()) {
                    case NAME -> Comparator.comparing(QuotaRow::name);
                    case BUREAU -> Comparator.comparing(QuotaRow::bureauName);
                    case CPU ->
                            Comparator.comparingLong(row -> amount(row, ResourceName.REQUESTS_CPU));
                    case MEMORY ->
                            Comparator.comparingLong(
                                    row -> amount(row, ResourceName.REQUESTS_MEMORY));
                    case PRESSURE ->
                            Comparator.comparing(
                                    QuotaRow::pressurePercent,
                                    Comparator.nullsFirst(Comparator.naturalOrder()));
                    case STATE -> Comparator.comparing(QuotaRow::state);
                    case CHANGED -> Comparator.comparing(QuotaRow::changedAt);
                };
        return (sort.ascending() ? order : order.reversed()).thenComparing(QuotaRow::name);
    }

    private static long amount(QuotaRow row, ResourceName name) {
        Amount amount = row.quota().orZero(name);
        return amount.value();
    }

    private static boolean passes(QuotaRow row, QuotaFilter filter) {
        return matches(row, filter.text().strip().toLowerCase(Locale.ROOT))
                && (filter.cloud() == null
                        || row.pools().stream().anyMatch(p -> p.cloud().equals(filter.cloud())))
                && (filter.pool() == null
                        || row.pools().stream()
                                .anyMatch(pool ->
                                        pool.pool().equals(filter.pool())
                                                && (filter.cloud() == null
                                                        || pool.cloud().equals(filter.cloud()))))
                && (filter.state() == null || row.state() == filter.state())
                && (filter.pressure() == null || filter.pressure().includes(row.pressure()))
                && (filter.condition() == null || row.conditions().contains(filter.condition()));
    }

    private static boolean matches(QuotaRow row, String text) {
        return row.name().contains(text)
                || row.bureauCode().toLowerCase(Locale.ROOT).contains(text)
                || row.bureauName().toLowerCase(Locale.ROOT).contains(text);
    }
}
