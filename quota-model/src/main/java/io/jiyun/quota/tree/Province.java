package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.quota.amount.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                .filter(this::countsInPool)
                .map(quota -> taken(quota, key, except, new HashSet<>()))
                .collect(Resources.sum());
    }

    /** What each quota that counts in the pool itself takes of it, by name. */
    public SortedMap<String, Resources> holders(PoolKey key) {
        SortedMap<String, Resources> holders = new TreeMap<>();
        quotas.values().stream()
                .filter(this::countsInPool)
                .forEach(
                        quota -> holders.put(quota.name(), taken(quota, key, "", new HashSet<>())));
        return holders;
    }

    /** What each child takes of a parent's quota, by name. */
    public SortedMap<String, Resources> holders(PoolKey key, String parent) {
        SortedMap<String, Resources> holders = new TreeMap<>();
        coveredBy(parent)
                .forEach(child ->
                        holders.put(
                                child.name(),
                                taken(child, key, "", new HashSet<>(Set.of(parent)))));
        return holders;
    }

    /**
     * What a quota takes of the pool: what it was admitted to, or what its slices and children
     * still hold where that is more, as after its own quota was lowered.
     */
    private Resources taken(DeclaredQuota quota, PoolKey key, String except, Set<String> path) {
        Resources committed = quota.committed().getOrDefault(key, Resources.none());
        if (!path.add(quota.name())) {
            return committed;
        }
        Resources below =
                coveredBy(quota.name()).stream()
                        .filter(child -> !child.name().equals(except))
                        .map(child -> taken(child, key, except, path))
                        .collect(Resources.sum());
        if (below.isEmpty()) {
            return committed;
        }
        Resources onSlices = quota.slices().getOrDefault(key, Resources.none());
        return committed.largerOf(below.plus(onSlices));
    }

    /** What comes along when the quota moves to another place of the tree: all that it holds. */
    Resources moving(DeclaredQuota quota, PoolKey key) {
        Resources held = quota.slices().getOrDefault(key, Resources.none());
        Resources below =
                coveredBy(quota.name()).stream()
                        .map(child ->
                                taken(
                                        child,
                                        key,
                                        quota.name(),
                                        new HashSet<>(Set.of(quota.name()))))
                        .collect(Resources.sum());
        return held.plus(below);
    }

    /** Quotas of all children of {@code parent} in the pool, without {@code except}. */
    public Resources committedToChildren(String parent, PoolKey key, String except) {
        return coveredBy(parent).stream()
                .filter(quota -> !quota.name().equals(except))
                .map(quota -> taken(quota, key, except, new HashSet<>(Set.of(parent))))
                .collect(Resources.sum());
    }

    /**
     * What a bureau may put on its own namespaces: its quota less what its children were admitted
     * to or ask for, so that the parent makes room before a child is admitted.
     */
    public Resources ownShare(String name, PoolKey key, Resources hard) {
        Resources children = Resources.none();
        for (DeclaredQuota child : quotas.values()) {
            if (child.name().equals(name)) {
                continue;
            }
            Resources share = Resources.none();
            if (child.covers().contains(name)) {
                share = taken(child, key, name, new HashSet<>(Set.of(name)));
            }
            if (name.equals(child.parentName())) {
                share = share.largerOf(child.declared().getOrDefault(key, Resources.none()));
            }
            children = children.plus(share);
        }
        return hard.minusToZero(children);
    }

    public List<DeclaredQuota> children(String parent) {
        List<DeclaredQuota> children = new ArrayList<>();
        quotas.values().stream()
                .filter(quota -> parent.equals(quota.parentName()))
                .forEach(children::add);
        return children;
    }

    boolean answersForOthers(String name) {
        return !coveredBy(name).isEmpty();
    }

    /** Quotas whose amount {@code parent} answers for, as far as is stored or decided. */
    private List<DeclaredQuota> coveredBy(String parent) {
        return quotas.values().stream().filter(quota -> quota.covers().contains(parent)).toList();
    }

    /** Whether the quota takes from the pool directly, as one whose parent is gone does, too. */
    private boolean countsInPool(DeclaredQuota quota) {
        return quota.covers().stream().anyMatch(cover -> !quotas.containsKey(cover));
    }

    private Map<String, Optional<Resources>> pools(String cloud) {
        return clouds.getOrDefault(cloud, Collections.emptySortedMap());
    }
}
