package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What other bureaus need to know of a BureauQuota: what it was admitted to, and the namespaces it
 * holds or claims.
 *
 * @param committed per pool what the bureau may take of it at this moment: its admitted quota, or
 *     the slices that still stand where those are larger
 * @param declared per pool the quota its declaration asks for now, admitted or not
 * @param slices per pool the sum of its own ledger entries
 * @param held namespaces that already carry one of its slices
 * @param claimed namespaces its declaration names
 * @param createdAt creation time as the API prints it; the older claim to a namespace wins
 */
public record DeclaredQuota(
        String name,
        @Nullable String parentName,
        String createdAt,
        SortedMap<PoolKey, Resources> committed,
        SortedMap<PoolKey, Resources> declared,
        SortedMap<PoolKey, Resources> slices,
        Set<NamespaceKey> held,
        Set<NamespaceKey> claimed) {

    /** A namespace of one cloud. */
    public record NamespaceKey(String cloud, String name) {}

    public static DeclaredQuota of(BureauQuota quota, Instant now) {
        BureauQuotaSpec spec = quota.getSpec();
        BureauQuotaStatus status = quota.getStatus();
        SortedMap<PoolKey, Resources> committed = new TreeMap<>();
        SortedMap<PoolKey, Resources> slices = new TreeMap<>();
        Set<NamespaceKey> held = new HashSet<>();
        Set<NamespaceKey> claimed = new HashSet<>();
        if (status != null) {
            for (PoolUsage pool : status.poolsOrEmpty()) {
                Resources hard = Quantities.observed(pool.hard());
                Resources granted = Quantities.observed(pool.granted());
                PoolKey key = new PoolKey(pool.cloud(), pool.pool());
                committed.put(key, hard.largerOf(granted));
                slices.put(key, granted);
            }
            status.namespacesOrEmpty()
                    .forEach(slice -> held.add(new NamespaceKey(slice.cloud(), slice.name())));
        }
        if (spec != null) {
            for (BureauNamespace namespace : spec.namespacesOrEmpty()) {
                claimed.add(new NamespaceKey(namespace.cloud(), namespace.name()));
            }
        }
        String createdAt = quota.getMetadata().getCreationTimestamp();
        return new DeclaredQuota(
                quota.getMetadata().getName(),
                spec == null ? null : spec.parentName(),
                createdAt == null ? "" : createdAt,
                Collections.unmodifiableSortedMap(committed),
                Collections.unmodifiableSortedMap(
                        spec == null ? new TreeMap<>() : GrantedQuota.at(spec, now)),
                Collections.unmodifiableSortedMap(slices),
                Set.copyOf(held),
                Set.copyOf(claimed));
    }

    /** Whether this one's claim to {@code key} goes before that of {@code other}. */
    boolean ownsBefore(DeclaredQuota other, NamespaceKey key) {
        if (held.contains(key) != other.held.contains(key)) {
            return held.contains(key);
        }
        int byAge = createdAt.compareTo(other.createdAt);
        return byAge != 0 ? byAge < 0 : name.compareTo(other.name) < 0;
    }
}
