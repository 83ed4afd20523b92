package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
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
 * @param admitted per pool the quota it was admitted to
 * @param committed per pool what the bureau may take of it at this moment: its admitted quota, or
 *     the slices that still stand where those are larger
 * @param declared per pool the quota its declaration asks for now, admitted or not
 * @param slices per pool the sum of its own ledger entries
 * @param held namespaces that already carry one of its slices
 * @param claimed namespaces its declaration names
 * @param createdAt creation time as the API prints it; the older claim to a namespace wins
 * @param covers the quotas that may contain this one's, empty text for the pool itself; more than
 *     one while it is open which of them is stored
 * @param atMost the most it may have borrowed
 * @param atLeast what it has borrowed for certain
 * @param terms per pool how far it shares with others
 */
public record DeclaredQuota(
        String name,
        @Nullable String parentName,
        String createdAt,
        SortedMap<PoolKey, Resources> admitted,
        SortedMap<PoolKey, Resources> committed,
        SortedMap<PoolKey, Resources> declared,
        SortedMap<PoolKey, Resources> slices,
        Set<NamespaceKey> held,
        Set<NamespaceKey> claimed,
        Set<String> covers,
        Borrowed atMost,
        Borrowed atLeast,
        SortedMap<PoolKey, LoanTerms> terms) {

    /** A namespace of one cloud. */
    public record NamespaceKey(String cloud, String name) {}

    /** One that is contained in the parent it declares and shares nothing. */
    public DeclaredQuota(
            String name,
            @Nullable String parentName,
            String createdAt,
            SortedMap<PoolKey, Resources> committed,
            SortedMap<PoolKey, Resources> declared,
            SortedMap<PoolKey, Resources> slices,
            Set<NamespaceKey> held,
            Set<NamespaceKey> claimed) {
        this(
                name,
                parentName,
                createdAt,
                committed,
                committed,
                declared,
                slices,
                held,
                claimed,
                Set.of(parentName == null ? "" : parentName),
                Borrowed.NOTHING,
                Borrowed.NOTHING,
                Collections.emptySortedMap());
    }

    public static DeclaredQuota of(BureauQuota quota, Instant now) {
        BureauQuotaSpec spec = quota.getSpec();
        BureauQuotaStatus status = quota.getStatus();
        Borrowed borrowed = Borrowed.of(status);
        SortedMap<PoolKey, Resources> admitted = new TreeMap<>();
        SortedMap<PoolKey, Resources> committed = new TreeMap<>();
        SortedMap<PoolKey, Resources> slices = new TreeMap<>();
        Set<NamespaceKey> held = new HashSet<>();
        Set<NamespaceKey> claimed = new HashSet<>();
        if (status != null) {
            for (PoolUsage pool : status.poolsOrEmpty()) {
                Resources hard = Quantities.observed(pool.hard());
                Resources granted = Quantities.observed(pool.granted());
                PoolKey key = new PoolKey(pool.cloud(), pool.pool());
                admitted.put(key, hard);
                committed.put(key, hard.largerOf(granted.minusToZero(borrowed.sum(key))));
                slices.put(key, granted);
            }
            inUse(status)
                    .forEach((key, used) ->
                            committed.computeIfPresent(
                                    key,
                                    (_, amount) ->
                                            amount.largerOf(
                                                    used.onlyOf(amount)
                                                            .minusToZero(borrowed.sum(key)))));
            status.namespacesOrEmpty()
                    .forEach(slice -> held.add(new NamespaceKey(slice.cloud(), slice.name())));
        }
        if (spec != null) {
            for (BureauNamespace namespace : spec.namespacesOrEmpty()) {
                claimed.add(new NamespaceKey(namespace.cloud(), namespace.name()));
            }
        }
        String createdAt = quota.getMetadata().getCreationTimestamp();
        String parentName = spec == null ? null : spec.parentName();
        return new DeclaredQuota(
                quota.getMetadata().getName(),
                parentName,
                createdAt == null ? "" : createdAt,
                Collections.unmodifiableSortedMap(admitted),
                Collections.unmodifiableSortedMap(committed),
                Collections.unmodifiableSortedMap(
                        spec == null ? new TreeMap<>() : GrantedQuota.at(spec, now)),
                Collections.unmodifiableSortedMap(slices),
                Set.copyOf(held),
                Set.copyOf(claimed),
                Set.of(coveredBy(status, parentName)),
                borrowed,
                borrowed,
                LoanTerms.of(quota));
    }

    /**
     * Entries, or what is in use where that is more: an adopted namespace may use what no entry
     * covers yet, and nobody else may be given that.
     */
    private static SortedMap<PoolKey, Resources> inUse(BureauQuotaStatus status) {
        SortedMap<PoolKey, Resources> sums = new TreeMap<>();
        for (NamespaceSlice slice : status.namespacesOrEmpty()) {
            if (slice.pool() != null) {
                Resources granted = Quantities.observed(slice.granted());
                Resources used = Quantities.observed(slice.used());
                sums.merge(
                        new PoolKey(slice.cloud(), slice.pool()),
                        granted.largerOf(used),
                        Resources::plus);
            }
        }
        return sums;
    }

    /** As recorded; of a status that records none, the parent if it was admitted to anything. */
    private static String coveredBy(
            @Nullable BureauQuotaStatus status, @Nullable String parentName) {
        if (status == null || status.poolsOrEmpty().isEmpty()) {
            return "";
        }
        String recorded = status.admittedUnder();
        return recorded != null ? recorded : parentName == null ? "" : parentName;
    }

    /** What is decided but perhaps not stored counts beside what is stored: the worse of both. */
    DeclaredQuota worstOf(DeclaredQuota other) {
        Set<String> both = new HashSet<>(covers);
        both.addAll(other.covers);
        return new DeclaredQuota(
                name,
                parentName,
                createdAt,
                PoolAmounts.smaller(admitted, other.admitted),
                PoolAmounts.larger(committed, other.committed),
                declared,
                PoolAmounts.larger(slices, other.slices),
                held,
                claimed,
                both,
                atMost.largerOf(other.atMost),
                atLeast.smallerOf(other.atLeast),
                terms);
    }

    /** Whether the same is recorded or decided, whatever is declared. */
    boolean standsLike(DeclaredQuota other) {
        return admitted.equals(other.admitted)
                && committed.equals(other.committed)
                && slices.equals(other.slices)
                && covers.equals(other.covers)
                && atMost.equals(other.atMost)
                && atLeast.equals(other.atLeast);
    }

    /** This as it will be once {@code hard} under {@code cover} is stored. */
    DeclaredQuota admittedTo(SortedMap<PoolKey, Resources> hard, String cover) {
        return spread(hard, slices, cover, atMost);
    }

    /** This as it will be once these entries and loans are stored. */
    DeclaredQuota spread(
            SortedMap<PoolKey, Resources> hard,
            SortedMap<PoolKey, Resources> entries,
            String cover,
            Borrowed borrowed) {
        SortedMap<PoolKey, Resources> fromOwn = new TreeMap<>();
        entries.forEach((pool, sum) -> fromOwn.put(pool, sum.minusToZero(borrowed.sum(pool))));
        return new DeclaredQuota(
                name,
                parentName,
                createdAt,
                hard,
                PoolAmounts.larger(hard, fromOwn),
                declared,
                entries,
                held,
                claimed,
                Set.of(cover),
                borrowed,
                borrowed,
                terms);
    }

    /**
     * What it was given in the pool: its quota, or its entries where those are larger, less what
     * others lent it. Not what an adopted namespace uses beyond them, which the pool was never
     * asked for.
     */
    Resources givenIn(PoolKey pool) {
        return admitted.getOrDefault(pool, Resources.none())
                .largerOf(
                        slices.getOrDefault(pool, Resources.none()).minusToZero(atMost.sum(pool)));
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
