package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.quota.amount.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An immutable picture of all clouds, pools and quotas, against which a declaration is judged. */
public final class Province {
    private final SortedMap<String, SortedMap<String, Optional<Resources>>> clouds;
    private final SortedMap<String, DeclaredQuota> quotas;

    private Province(
            SortedMap<String, SortedMap<String, Optional<Resources>>> clouds,
            SortedMap<String, DeclaredQuota> quotas) {
        this.clouds = clouds;
        this.quotas = quotas;
    }

    public static Province of(
            Collection<MemberCloud> clouds, Collection<BureauQuota> quotas, Instant now) {
        return ofDeclared(
                clouds, quotas.stream().map(quota -> DeclaredQuota.of(quota, now)).toList());
    }

    public static Province ofDeclared(
            Collection<MemberCloud> clouds, Collection<DeclaredQuota> quotas) {
        SortedMap<String, SortedMap<String, Optional<Resources>>> pools = new TreeMap<>();
        clouds.forEach(
                cloud -> pools.put(cloud.getMetadata().getName(), PoolCapacity.allocatable(cloud)));
        SortedMap<String, DeclaredQuota> byName = new TreeMap<>();
        quotas.forEach(quota -> byName.put(quota.name(), quota));
        return new Province(
                Collections.unmodifiableSortedMap(pools),
                Collections.unmodifiableSortedMap(byName));
    }

    boolean hasCloud(String cloud) {
        return clouds.containsKey(cloud);
    }

    boolean hasPool(PoolKey key) {
        return pools(key.cloud()).containsKey(key.pool());
    }

    Collection<String> poolNames(String cloud) {
        return pools(cloud).keySet();
    }

    /** What may be allocated in a pool: capacity times overcommit. Empty where it is not known. */
    public Optional<Resources> allocatable(PoolKey key) {
        Optional<Resources> allocatable = pools(key.cloud()).get(key.pool());
        return allocatable == null ? Optional.empty() : allocatable;
    }

    public Optional<DeclaredQuota> quota(String name) {
        return Optional.ofNullable(quotas.get(name));
    }

    Collection<DeclaredQuota> quotas() {
        return quotas.values();
    }

    /** Quotas admitted to the pool, without {@code except} and without what a parent's covers. */
    Resources committed(PoolKey key, String except) {
        return quotas.values().stream()
                .filter(quota -> !quota.name().equals(except))
                .filter(quota -> !isCoveredByParent(quota))
                .map(quota -> quota.committed().getOrDefault(key, Resources.none()))
                .collect(Resources.sum());
    }

    /** Quotas of all children of {@code parent} in the pool, without {@code except}. */
    public Resources committedToChildren(String parent, PoolKey key, String except) {
        return children(parent).stream()
                .filter(quota -> !quota.name().equals(except))
                .map(quota -> quota.committed().getOrDefault(key, Resources.none()))
                .collect(Resources.sum());
    }

    /**
     * What a bureau may put on its own namespaces: its quota less what its children were admitted
     * to or ask for, so that the parent makes room before a child is admitted.
     */
    public Resources ownShare(String name, PoolKey key, Resources hard) {
        Resources children =
                children(name).stream()
                        .map(child ->
                                child.committed()
                                        .getOrDefault(key, Resources.none())
                                        .largerOf(
                                                child.declared()
                                                        .getOrDefault(key, Resources.none())))
                        .collect(Resources.sum());
        return hard.minusToZero(children);
    }

    public List<DeclaredQuota> children(String parent) {
        List<DeclaredQuota> children = new ArrayList<>();
        quotas.values().stream()
                .filter(quota -> parent.equals(quota.parentName()))
                .forEach(children::add);
        return children;
    }

    private boolean isCoveredByParent(DeclaredQuota quota) {
        String parent = quota.parentName();
        return parent != null && quotas.containsKey(parent);
    }

    private Map<String, Optional<Resources>> pools(String cloud) {
        return clouds.getOrDefault(cloud, Collections.emptySortedMap());
    }
}
