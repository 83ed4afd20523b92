package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.console.cloud.KnownClouds;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.Reservations;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.DeclaredQuota;
import io.jiyun.quota.tree.DeclaredQuota.NamespaceKey;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every quota and every waiting request holds of the pools, as decisions must see it. */
@Component
class Holdings {
    private final QuotaTable quotas;
    private final KnownClouds clouds;
    private final Reservations reservations;
    private final Cluster cluster;
    private final Clock clock;
    private final Derived<DeclaredQuota> held = new Derived<>(Holdings::held);

    Holdings(
            QuotaTable quotas,
            KnownClouds clouds,
            Reservations reservations,
            Cluster cluster,
            Clock clock) {
        this.quotas = quotas;
        this.clouds = clouds;
        this.reservations = reservations;
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * The province to judge by.
     *
     * @param except number of the request whose own reservation does not count; null for none
     */
    Judgement judgement(@Nullable String except) {
        Instant now = clock.instant();
        return new Judgement(
                clouds.all(),
                quotas.all(null).stream()
                        .map(stored -> held.of(stored, cluster.quota(stored.name()), now))
                        .toList(),
                reservations.standing(now).stream()
                        .filter(one -> !one.request().equals(except))
                        .toList(),
                now);
    }

    private static DeclaredQuota held(StoredQuota stored, Optional<BureauQuota> live, Instant now) {
        BureauQuota resource = stored.resource();
        resource.getMetadata().setCreationTimestamp(stored.createdAt().toString());
        live.ifPresent(seen -> resource.setStatus(seen.getStatus()));
        DeclaredQuota declared = DeclaredQuota.of(resource, now);
        // A decided claim to a namespace holds like a slice that stands already.
        Set<NamespaceKey> namespaces = new HashSet<>(declared.held());
        namespaces.addAll(declared.claimed());
        String parent = declared.parentName();
        return new DeclaredQuota(
                declared.name(),
                parent,
                declared.createdAt(),
                larger(declared.admitted(), declared.declared()),
                larger(declared.committed(), declared.declared()),
                declared.declared(),
                declared.slices(),
                namespaces,
                declared.claimed(),
                Set.of(parent == null ? "" : parent),
                declared.atMost(),
                declared.atLeast(),
                declared.terms());
    }

    private static SortedMap<PoolKey, Resources> larger(
            SortedMap<PoolKey, Resources> left, SortedMap<PoolKey, Resources> right) {
        SortedMap<PoolKey, Resources> both = new TreeMap<>(left);
        right.forEach((pool, amount) -> both.merge(pool, amount, Resources::largerOf));
        return both;
    }
}
