package io.jiyun.operator.membercloud;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.api.v1alpha1.MemberCloudStatus.PoolStatus;
import io.jiyun.api.v1alpha1.MemberCloudStatus.Utilisation;
import io.jiyun.api.v1alpha1.PoolSpec;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.Conditions;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.Reachability;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolCapacity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes the status of a MemberCloud from its nodes, its answer, and the bureaus' statuses. */
record PoolReport(Clouds clouds, List<BureauQuota> bureaus, Instant now) {

    MemberCloudStatus on(MemberCloud cloud) {
        String name = cloud.getMetadata().getName();
        List<PoolStatus> pools =
                cloud.getSpec().pools().stream().map(pool -> pool(cloud, pool)).toList();
        Reachability reachability = clouds.reachability(name);
        MemberCloudStatus before = cloud.getStatus();
        String lastVersion = before == null ? null : before.version();
        return new MemberCloudStatus(
                cloud.getMetadata().getGeneration(),
                reachability instanceof Reachability.Untried ? null : reachability.isReachable(),
                reachability instanceof Reachability.Reachable(String version)
                        ? version
                        : lastVersion,
                utilisation(pools),
                pools,
                conditions(cloud, reachability, pools),
                MemberCloudConditions.violations(name, reachability, clouds.quotaController(name)));
    }

    private List<Condition> conditions(
            MemberCloud cloud, Reachability reachability, List<PoolStatus> pools) {
        MemberCloudStatus before = cloud.getStatus();
        List<Condition> earlier =
                before == null || before.conditions() == null ? List.of() : before.conditions();
        return MemberCloudConditions.of(
                new Conditions(earlier, cloud.getMetadata().getGeneration(), now),
                reachability,
                clouds.protection(cloud.getMetadata().getName()),
                clouds.quotaController(cloud.getMetadata().getName()),
                clouds.auditStream(cloud.getMetadata().getName()),
                pools);
    }

    private PoolStatus pool(MemberCloud cloud, PoolSpec pool) {
        String name = cloud.getMetadata().getName();
        Map<String, Quantity> capacity = PoolCapacity.physical(pool, discovered(cloud, pool));
        Resources allocatable =
                capacity == null
                        ? null
                        : PoolCapacity.allocatable(
                                pool, Quantities.declared(capacity, "", new Violations()));
        return new PoolStatus(
                pool.name(),
                allocatable == null ? null : Quantities.of(allocatable),
                capacity,
                Quantities.of(sum(name, pool.name(), true, PoolUsage::hard)),
                Quantities.of(sum(name, pool.name(), false, PoolUsage::used)));
    }

    /** What the nodes report; while they cannot be read, what they reported last. */
    private @Nullable Map<String, Quantity> discovered(MemberCloud cloud, PoolSpec pool) {
        LabelSelector selector = pool.nodeSelector();
        if (selector == null || pool.capacity() != null) {
            return null;
        }
        return clouds.find(cloud.getMetadata().getName())
                .flatMap(connected -> connected.capacity(selector))
                .orElseGet(() -> lastKnown(cloud.getStatus(), pool.name()));
    }

    private static @Nullable Map<String, Quantity> lastKnown(
            @Nullable MemberCloudStatus before, String pool) {
        List<PoolStatus> pools =
                before == null || before.pools() == null ? List.of() : before.pools();
        return pools.stream()
                .filter(status -> status.name().equals(pool))
                .map(PoolStatus::capacity)
                .findFirst()
                .orElse(null);
    }

    /** A child's quota is part of its parent's and not committed twice; its use is its own. */
    private Resources sum(
            String cloud,
            String pool,
            boolean parentsOnly,
            Function<PoolUsage, @Nullable Map<String, Quantity>> what) {
        return bureaus.stream()
                .filter(bureau -> !parentsOnly || bureau.getSpec().parentName() == null)
                .map(BureauQuota::getStatus)
                .flatMap(PoolReport::pools)
                .filter(usage -> usage.cloud().equals(cloud) && usage.pool().equals(pool))
                .map(usage -> Quantities.observed(what.apply(usage)))
                .collect(Resources.sum());
    }

    private static Stream<PoolUsage> pools(@Nullable BureauQuotaStatus status) {
        return status == null ? Stream.empty() : status.poolsOrEmpty().stream();
    }

    private static Utilisation utilisation(List<PoolStatus> pools) {
        return new Utilisation(
                share(pools, ResourceName.REQUESTS_CPU, ResourceName.CPU),
                share(pools, ResourceName.REQUESTS_MEMORY, ResourceName.MEMORY));
    }

    private static @Nullable String share(
            List<PoolStatus> pools, ResourceName committed, ResourceName capacity) {
        List<Amount> given = new ArrayList<>();
        Map<ResourceName, Amount> whole = new TreeMap<>();
        for (PoolStatus pool : pools) {
            Resources allocatable = Quantities.observed(pool.allocatable());
            if (allocatable.mentions(capacity)) {
                given.add(Quantities.observed(pool.committed()).orZero(committed));
                whole.merge(capacity, allocatable.orZero(capacity), Amount::plus);
            }
        }
        Percentage share =
                Percentage.of(
                        given.stream().reduce(Amount.zero(capacity.unit()), Amount::plus),
                        whole.get(capacity));
        return share == null ? null : share.toString();
    }
}
