package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.access.Actor;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaDetail.ConditionLine;
import io.jiyun.console.quota.QuotaDetail.GrantLine;
import io.jiyun.console.quota.QuotaDetail.PoolQuota;
import io.jiyun.console.quota.QuotaDetail.Slice;
import io.jiyun.console.quota.QuotaFamily;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.GrantedQuota;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together everything about one quota. */
@Component
public class DetailReader {
    private final QuotaReader rows;
    private final Shortages shortages;
    private final Loans loans;
    private final Cluster cluster;
    private final Clock clock;

    DetailReader(QuotaReader rows, Shortages shortages, Loans loans, Cluster cluster, Clock clock) {
        this.rows = rows;
        this.shortages = shortages;
        this.loans = loans;
        this.cluster = cluster;
        this.clock = clock;
    }

    public QuotaDetail detail(StoredQuota stored, Actor reader) {
        Instant now = clock.instant();
        Optional<BureauQuota> live = cluster.quota(stored.name());
        LiveState state = new LiveState(stored, live);
        BureauQuotaStatus status = state.status();
        return new QuotaDetail(
                rows.row(stored, live, now),
                Drafts.of(stored.spec()),
                stored.owned(),
                pools(stored, status, now),
                slices(stored, status),
                stored.spec().grantsOrEmpty().stream().map(grant -> line(grant, now)).toList(),
                state.conditionList().stream().map(DetailReader::line).toList(),
                status == null ? List.of() : status.violationsOrEmpty(),
                shortages.of(status, reader),
                loans.of(stored.name(), reader),
                stored.isRefusedByServer() ? stored.failure() : null);
    }

    /** Out of the rows a person may see, those above and below the quota. */
    public QuotaFamily family(String name, List<QuotaRow> rows) {
        Map<String, QuotaRow> byName = new HashMap<>();
        rows.forEach(row -> byName.put(row.name(), row));
        ArrayDeque<QuotaRow> above = new ArrayDeque<>();
        QuotaRow next = parent(byName, byName.get(name));
        while (next != null && !next.name().equals(name) && !above.contains(next)) {
            above.addFirst(next);
            next = parent(byName, next);
        }
        return new QuotaFamily(
                List.copyOf(above),
                rows.stream().filter(row -> name.equals(row.parentName())).toList());
    }

    private static @Nullable QuotaRow parent(
            Map<String, QuotaRow> byName, @Nullable QuotaRow child) {
        return child == null || child.parentName() == null ? null : byName.get(child.parentName());
    }

    private static List<PoolQuota> pools(
            StoredQuota stored, @Nullable BureauQuotaStatus status, Instant now) {
        List<PoolQuota> pools = new ArrayList<>();
        GrantedQuota.at(stored.spec(), now)
                .forEach((key, decided) -> {
                    Optional<PoolUsage> usage = usage(status, key);
                    pools.add(
                            new PoolQuota(
                                    key,
                                    decided,
                                    read(usage.map(PoolUsage::hard)),
                                    read(usage.map(PoolUsage::granted)),
                                    read(usage.map(PoolUsage::used)),
                                    read(usage.map(PoolUsage::available)),
                                    Quantities.observed(
                                            usage.map(PoolUsage::borrowed).orElse(null)),
                                    Quantities.observed(usage.map(PoolUsage::lent).orElse(null))));
                });
        return pools;
    }

    private static Optional<PoolUsage> usage(@Nullable BureauQuotaStatus status, PoolKey key) {
        return status == null
                ? Optional.empty()
                : status.poolsOrEmpty().stream()
                        .filter(pool ->
                                pool.cloud().equals(key.cloud()) && pool.pool().equals(key.pool()))
                        .findFirst();
    }

    private static List<Slice> slices(StoredQuota stored, @Nullable BureauQuotaStatus status) {
        return stored.spec().namespacesOrEmpty().stream()
                .map(namespace -> {
                    Optional<NamespaceSlice> slice =
                            slice(status, namespace.cloud(), namespace.name());
                    return new Slice(
                            namespace.name(),
                            new PoolKey(namespace.cloud(), namespace.pool()),
                            namespace.weightOrDefault(),
                            read(slice.map(NamespaceSlice::granted)),
                            read(slice.map(NamespaceSlice::hard)),
                            read(slice.map(NamespaceSlice::used)));
                })
                .toList();
    }

    private static Optional<NamespaceSlice> slice(
            @Nullable BureauQuotaStatus status, String cloud, String name) {
        return status == null
                ? Optional.empty()
                : status.namespacesOrEmpty().stream()
                        .filter(slice -> slice.cloud().equals(cloud) && slice.name().equals(name))
                        .findFirst();
    }

    private static GrantLine line(Grant grant, Instant now) {
        return new GrantLine(
                grant.requestId(),
                new PoolKey(grant.cloud(), grant.pool()),
                Quantities.declared(grant.resources(), "", new Violations()),
                moment(grant.validFrom()),
                moment(grant.validUntil()),
                GrantedQuota.isValid(grant, now));
    }

    private static ConditionLine line(Condition condition) {
        return new ConditionLine(
                condition.getType(),
                condition.getStatus(),
                condition.getReason() == null ? "" : condition.getReason(),
                condition.getMessage() == null ? "" : condition.getMessage(),
                moment(condition.getLastTransitionTime()));
    }

    private static @Nullable Resources read(Optional<Map<String, Quantity>> quantities) {
        return quantities.map(Quantities::observed).orElse(null);
    }

    static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }
}
