package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.StandingQuota;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.DeclaredQuota.NamespaceKey;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists a bureau's slices: what is declared, what the ledger records, what stands on the clouds.
 */
final class Survey {
    private final Clouds clouds;
    private final Predicate<String> isDeclared;

    /**
     * @param isDeclared whether a MemberCloud of that name exists
     */
    Survey(Clouds clouds, Predicate<String> isDeclared) {
        this.clouds = clouds;
        this.isDeclared = isDeclared;
    }

    /**
     * All slices; of a declaration that was not admitted only those the ledger knows, so that what
     * was admitted before stays enforced and nothing else happens.
     */
    List<Slice> of(BureauQuota quota, boolean admitted) {
        Map<NamespaceKey, NamespaceSlice> recorded = recorded(quota.getStatus());
        List<Slice> slices = new ArrayList<>();
        for (BureauNamespace declared : quota.getSpec().namespacesOrEmpty()) {
            NamespaceKey key = new NamespaceKey(declared.cloud(), declared.name());
            NamespaceSlice record = recorded.get(key);
            if (record == null && admitted) {
                PoolKey pool = new PoolKey(declared.cloud(), declared.pool());
                slices.add(slice(pool, declared.name(), declared, null));
            } else if (record != null && declared.pool().equals(record.pool())) {
                recorded.remove(key);
                slices.add(
                        slice(
                                new PoolKey(declared.cloud(), declared.pool()),
                                declared.name(),
                                declared,
                                record));
            }
            // Recorded in another pool: it leaves that one first, as any namespace no longer
            // wanted.
        }
        recorded.values()
                .forEach(record ->
                        slices.add(
                                slice(
                                        new PoolKey(record.cloud(), poolOf(record)),
                                        record.name(),
                                        null,
                                        record)));
        return slices;
    }

    /**
     * Whether a cloud of the bureau is still being connected. It will shortly answer or be found
     * not to; whatever were decided or reported before would only be taken back.
     */
    boolean isPremature(BureauQuota quota) {
        BureauQuotaStatus status = quota.getStatus();
        return Stream.concat(
                        quota.getSpec().namespacesOrEmpty().stream().map(BureauNamespace::cloud),
                        status == null
                                ? Stream.empty()
                                : status.namespacesOrEmpty().stream().map(NamespaceSlice::cloud))
                .distinct()
                .filter(cloud -> clouds.reachable(cloud).isEmpty())
                .filter(isDeclared)
                .anyMatch(clouds::isBeingConnected);
    }

    private Slice slice(
            PoolKey pool,
            String name,
            @Nullable BureauNamespace declared,
            @Nullable NamespaceSlice record) {
        Cloud cloud = clouds.reachable(pool.cloud()).orElse(null);
        StandingQuota quota = cloud == null ? null : cloud.quota(name).orElse(null);
        boolean isUseSeen = quota != null && quota.used() != null;
        Resources granted = Quantities.observed(record == null ? null : record.granted());
        return new Slice(
                pool,
                name,
                declared,
                granted,
                record == null || record.limit() == null
                        ? granted
                        : Quantities.observed(record.limit()),
                granted,
                Quantities.observed(record == null || isUseSeen ? null : record.used()),
                Standing.UNKNOWN,
                cloud,
                quota);
    }

    private static String poolOf(NamespaceSlice record) {
        String pool = record.pool();
        return pool == null ? "" : pool;
    }

    private static Map<NamespaceKey, NamespaceSlice> recorded(@Nullable BureauQuotaStatus status) {
        Map<NamespaceKey, NamespaceSlice> recorded = new LinkedHashMap<>();
        if (status != null) {
            status.namespacesOrEmpty()
                    .forEach(slice ->
                            recorded.put(new NamespaceKey(slice.cloud(), slice.name()), slice));
        }
        return recorded;
    }
}
