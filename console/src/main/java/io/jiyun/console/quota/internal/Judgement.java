package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.Reservations.Reserved;
import io.jiyun.console.quota.WhatIf;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.Borrowing;
import io.jiyun.quota.tree.BureauQuotaRules;
import io.jiyun.quota.tree.DeclaredQuota;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The province as it will be when everything decided here has taken effect, and the rules against
 * it. A pool counts as committed what is decided or what the operator still has in force, whichever
 * is more, so that a decision under way holds its share already; and what waits for requests.
 */
final class Judgement {
    private final Province province;
    private final Map<String, DeclaredQuota> quotas = new HashMap<>();
    private final Set<String> requests = new HashSet<>();
    private final Instant now;

    Judgement(
            Collection<MemberCloud> clouds,
            Collection<DeclaredQuota> held,
            Collection<Reserved> reserved,
            Instant now) {
        this.now = now;
        held.forEach(quota -> quotas.put(quota.name(), quota));
        for (Reserved waiting : reserved) {
            requests.add(waiting.request());
            quotas.merge(waiting.request(), waiting(waiting), Judgement::together);
        }
        this.province = Province.ofDeclared(clouds, quotas.values());
    }

    /** Every rule that the declaration would break. */
    Violations check(String name, BureauQuotaSpec wanted) {
        BureauQuota quota = new BureauQuota();
        quota.setMetadata(new ObjectMetaBuilder().withName(name).build());
        quota.setSpec(wanted);
        DeclaredQuota before = quotas.get(name);
        quota.getMetadata().setCreationTimestamp(now.toString());
        if (before != null) {
            quota.getMetadata().setCreationTimestamp(before.createdAt());
            quota.setStatus(statusOf(before));
        }
        return BureauQuotaRules.check(quota, province, now);
    }

    Optional<Resources> allocatable(PoolKey pool) {
        return province.allocatable(pool);
    }

    /** What bureaus other than this one hold of the pool. */
    Resources heldByOthers(String name, PoolKey pool) {
        return quotas.values().stream()
                .filter(quota -> !quota.name().equals(name))
                .filter(quota ->
                        quota.parentName() == null || !quotas.containsKey(quota.parentName()))
                .map(quota -> quota.committed().getOrDefault(pool, Resources.none()))
                .collect(Resources.sum());
    }

    /** Who holds something of the pool, the largest first; children are part of their parents. */
    List<WhatIf.Holder> holders(PoolKey pool) {
        return quotas.values().stream()
                .filter(quota ->
                        quota.parentName() == null || !quotas.containsKey(quota.parentName()))
                .map(quota ->
                        new WhatIf.Holder(
                                quota.name(),
                                quota.committed().getOrDefault(pool, Resources.none())))
                .filter(holder -> !holder.held().isEmpty())
                .sorted(
                        Comparator.<WhatIf.Holder>comparingLong(holder ->
                                        holder.held().orZero(ResourceName.REQUESTS_CPU).value())
                                .reversed()
                                .thenComparing(WhatIf.Holder::name))
                .toList();
    }

    List<String> children(String name) {
        return province.children(name).stream()
                .map(DeclaredQuota::name)
                .filter(child -> !requests.contains(child))
                .toList();
    }

    /** What waits for a request counts like a quota of its own beside the one it is for. */
    private DeclaredQuota waiting(Reserved reserved) {
        DeclaredQuota quota = quotas.get(reserved.quota());
        SortedMap<PoolKey, Resources> amount = new TreeMap<>();
        amount.put(reserved.pool(), reserved.resources());
        return new DeclaredQuota(
                reserved.request(),
                quota == null ? null : quota.parentName(),
                now.toString(),
                amount,
                amount,
                new TreeMap<>(),
                Set.of(),
                Set.of());
    }

    private static DeclaredQuota together(DeclaredQuota one, DeclaredQuota other) {
        SortedMap<PoolKey, Resources> amount = new TreeMap<>(one.committed());
        other.committed().forEach((pool, more) -> amount.merge(pool, more, Resources::plus));
        return new DeclaredQuota(
                one.name(),
                one.parentName(),
                one.createdAt(),
                amount,
                amount,
                one.slices(),
                one.held(),
                one.claimed());
    }

    /**
     * As the operator would have recorded it: what the bureau was given is its quota and what its
     * own slices hold, not what an adopted namespace uses beyond them.
     */
    private static BureauQuotaStatus statusOf(DeclaredQuota before) {
        Set<PoolKey> keys = new TreeSet<>(before.admitted().keySet());
        keys.addAll(before.slices().keySet());
        List<PoolUsage> pools =
                keys.stream()
                        .map(key ->
                                new PoolUsage(
                                        key.cloud(),
                                        key.pool(),
                                        quantities(before.admitted(), key),
                                        quantities(before.slices(), key),
                                        null,
                                        null,
                                        null,
                                        null))
                        .toList();
        List<NamespaceSlice> namespaces =
                before.held().stream()
                        .map(key ->
                                new NamespaceSlice(key.name(), key.cloud(), null, null, null, null))
                        .toList();
        String parent = before.parentName();
        Borrowing borrowing =
                new Borrowing(before.atMost(), before.atMost(), Collections.emptySortedMap());
        return new BureauQuotaStatus(
                null,
                null,
                pools,
                namespaces,
                null,
                null,
                parent == null ? "" : parent,
                null,
                borrowing.record(before.atMost()),
                null,
                null);
    }

    private static Map<String, Quantity> quantities(
            SortedMap<PoolKey, Resources> amounts, PoolKey pool) {
        return Quantities.of(amounts.getOrDefault(pool, Resources.none()));
    }
}
