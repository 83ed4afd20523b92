package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.LoanPlan;
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
    private static final String NOBODY = "";

    private final SortedMap<String, SortedMap<String, Optional<Resources>>> clouds;
    private final SortedMap<String, DeclaredQuota> quotas;
    private final Ties ties;

    private Province(
            SortedMap<String, SortedMap<String, Optional<Resources>>> clouds,
            SortedMap<String, DeclaredQuota> quotas) {
        this.clouds = clouds;
        this.quotas = quotas;
        ties = new Ties(quotas.values());
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
        ties.coveredBy(parent)
                .forEach(child ->
                        holders.put(
                                child.name(),
                                taken(child, key, "", new HashSet<>(Set.of(parent)))));
        return holders;
    }

    /**
     * What a quota takes of the pool: what it was admitted to, or what its slices, its children and
     * those it lends to still hold of it where that is more, as after its own quota was lowered.
     */
    private Resources taken(DeclaredQuota quota, PoolKey key, String except, Set<String> path) {
        Resources committed = quota.committed().getOrDefault(key, Resources.none());
        if (!path.add(quota.name())) {
            return committed;
        }
        Resources below =
                ties.coveredBy(quota.name()).stream()
                        .filter(child -> !child.name().equals(except))
                        .map(child -> taken(child, key, except, path))
                        .collect(Resources.sum());
        return committed.largerOf(
                below.plus(held(quota, key)).plus(lent(quota.name(), key, NOBODY)));
    }

    /**
     * What a bureau's own slices take of its own quota. What was borrowed of one that is gone is
     * borrowed of nobody.
     */
    Resources held(DeclaredQuota quota, PoolKey key) {
        Resources elsewhere =
                quota.atLeast().in(key).entrySet().stream()
                        .filter(loan -> quotas.containsKey(loan.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Resources.sum());
        return quota.slices().getOrDefault(key, Resources.none()).minusToZero(elsewhere);
    }

    /** What others than {@code except} may have borrowed of a quota. */
    public Resources lent(String lender, PoolKey key, String except) {
        return ties.borrowersFrom(lender).stream()
                .filter(borrower -> !borrower.name().equals(except))
                .map(borrower -> borrower.atMost().from(lender, key))
                .collect(Resources.sum());
    }

    /** What {@code borrower} may have borrowed of a quota at most, as things stand. */
    Resources lendable(String lender, PoolKey key, String borrower, Guards guards) {
        DeclaredQuota quota = quotas.get(lender);
        if (quota == null) {
            return Resources.none();
        }
        Resources free =
                quota.admitted()
                        .getOrDefault(key, Resources.none())
                        .minusToZero(committedToChildren(lender, key, lender))
                        .minusToZero(lent(lender, key, borrower));
        return guards.hold(Guard.LENDER_MAKES_ROOM) ? free.minusToZero(held(quota, key)) : free;
    }

    /** By lender, what others may lend of the pool, as agreed, beyond what they have lent. */
    public SortedMap<String, Resources> offers(PoolKey key, String borrower) {
        SortedMap<String, Resources> offers = new TreeMap<>();
        for (DeclaredQuota quota : quotas.values()) {
            LoanTerms terms = quota.terms().get(key);
            if (terms == null || quota.name().equals(borrower)) {
                continue;
            }
            Resources share =
                    quota.admitted()
                            .getOrDefault(key, Resources.none())
                            .minusToZero(committedToChildren(quota.name(), key, quota.name()));
            Resources agreed = terms.lendingLimit().onlyOf(share).cutTo(share);
            offers.put(quota.name(), agreed.minusToZero(lent(quota.name(), key, NOBODY)));
        }
        return offers;
    }

    /** By borrower, what others have borrowed of a quota. */
    public SortedMap<String, Resources> borrowers(String lender, PoolKey key) {
        SortedMap<String, Resources> borrowers = new TreeMap<>();
        ties.borrowersFrom(lender)
                .forEach(quota -> borrowers.put(quota.name(), quota.atMost().from(lender, key)));
        return borrowers;
    }

    /** What comes along when the quota moves to another place of the tree: all that it holds. */
    Resources moving(DeclaredQuota quota, PoolKey key) {
        Resources below =
                ties.coveredBy(quota.name()).stream()
                        .map(child ->
                                taken(
                                        child,
                                        key,
                                        quota.name(),
                                        new HashSet<>(Set.of(quota.name()))))
                        .collect(Resources.sum());
        return below.plus(held(quota, key)).plus(lent(quota.name(), key, NOBODY));
    }

    /** Quotas of all children of {@code parent} in the pool, without {@code except}. */
    public Resources committedToChildren(String parent, PoolKey key, String except) {
        return ties.coveredBy(parent).stream()
                .filter(quota -> !quota.name().equals(except))
                .map(quota -> taken(quota, key, except, new HashSet<>(Set.of(parent))))
                .collect(Resources.sum());
    }

    /**
     * What a bureau may put on its own namespaces: its quota less what its children were admitted
     * to or ask for and what others have borrowed or are to borrow, so that it makes room before
     * they take it.
     */
    Resources ownShare(String name, PoolKey key, Resources hard, LoanPlan loans, Guards guards) {
        Resources others = Resources.none();
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
            boolean counts = guards.hold(Guard.RETURNED_BEFORE_TAKEN_BACK);
            Resources borrowed = counts ? child.atMost().from(name, key) : Resources.none();
            others = others.plus(share).plus(borrowed.largerOf(loans.loan(name, child.name())));
        }
        return hard.minusToZero(others);
    }

    public List<DeclaredQuota> children(String parent) {
        List<DeclaredQuota> children = new ArrayList<>();
        quotas.values().stream()
                .filter(quota -> parent.equals(quota.parentName()))
                .forEach(children::add);
        return children;
    }

    boolean answersForOthers(String name) {
        return !ties.coveredBy(name).isEmpty();
    }

    Set<PoolKey> sharedPools() {
        return ties.sharedPools();
    }

    /** Whether others use quota of this one. */
    boolean lends(String name) {
        return !ties.borrowersFrom(name).isEmpty();
    }

    /** Whether the quota takes from the pool directly, as one whose parent is gone does, too. */
    private boolean countsInPool(DeclaredQuota quota) {
        return quota.covers().stream().anyMatch(cover -> !quotas.containsKey(cover));
    }

    private Map<String, Optional<Resources>> pools(String cloud) {
        return clouds.getOrDefault(cloud, Collections.emptySortedMap());
    }
}
