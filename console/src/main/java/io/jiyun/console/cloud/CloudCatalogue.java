package io.jiyun.console.cloud;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.api.v1alpha1.MemberCloudStatus.PoolStatus;
import io.jiyun.api.v1alpha1.PoolSpec;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolCapacity;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Clouds and their pools. People of a bureau see what pools there are but not how much of them
 * others hold.
 */
@Service
public class CloudCatalogue {
    private final KnownClouds known;
    private final CurrentActor current;

    CloudCatalogue(KnownClouds known, CurrentActor current) {
        this.known = known;
        this.current = current;
    }

    /** In the order of their names. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE})
    public List<CloudSummary> clouds() {
        boolean totals = !current.require().role().ofBureau();
        var clouds = known.all();
        Province province = Province.ofDeclared(clouds, List.of());
        return clouds.stream()
                .filter(cloud -> cloud.getSpec() != null)
                .sorted(Comparator.comparing(cloud -> cloud.getMetadata().getName()))
                .map(cloud -> summary(cloud, province, totals))
                .toList();
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE})
    public Optional<CloudSummary> cloud(String name) {
        return clouds().stream().filter(cloud -> cloud.name().equals(name)).findFirst();
    }

    /** All pools, by cloud and name. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE})
    public List<PoolSummary> pools() {
        return clouds().stream().flatMap(cloud -> cloud.pools().stream()).toList();
    }

    private static CloudSummary summary(MemberCloud cloud, Province province, boolean totals) {
        String name = cloud.getMetadata().getName();
        MemberCloudStatus status = cloud.getStatus();
        return new CloudSummary(
                name,
                displayName(cloud),
                cloud.getSpec().role(),
                cloud.getSpec().region(),
                cloud.getSpec().owner(),
                status == null ? null : status.reachable(),
                status == null ? null : status.version(),
                isSimulated(cloud),
                cloud.getSpec().pools().stream()
                        .map(pool -> pool(cloud, pool, province, totals))
                        .toList(),
                !totals || status == null || status.violations() == null
                        ? List.of()
                        : status.violations());
    }

    private static PoolSummary pool(
            MemberCloud cloud, PoolSpec spec, Province province, boolean totals) {
        PoolKey key = new PoolKey(cloud.getMetadata().getName(), spec.name());
        Optional<PoolStatus> status = status(cloud, spec.name());
        return new PoolSummary(
                key,
                displayName(cloud),
                spec.zone(),
                spec.architecture(),
                read(PoolCapacity.physical(spec, status.map(PoolStatus::capacity).orElse(null))),
                province.allocatable(key).orElse(null),
                totals ? read(status.map(PoolStatus::committed).orElse(null)) : null,
                totals ? read(status.map(PoolStatus::used).orElse(null)) : null,
                isSimulated(cloud));
    }

    private static Optional<PoolStatus> status(MemberCloud cloud, String pool) {
        MemberCloudStatus status = cloud.getStatus();
        if (status == null || status.pools() == null) {
            return Optional.empty();
        }
        return status.pools().stream().filter(one -> one.name().equals(pool)).findFirst();
    }

    private static @Nullable Resources read(@Nullable Map<String, Quantity> quantities) {
        return quantities == null ? null : Quantities.observed(quantities);
    }

    private static String displayName(MemberCloud cloud) {
        String displayName = cloud.getSpec().displayName();
        return displayName == null ? cloud.getMetadata().getName() : displayName;
    }

    private static boolean isSimulated(MemberCloud cloud) {
        Map<String, String> labels = cloud.getMetadata().getLabels();
        return labels != null && "true".equals(labels.get(JiyunApi.SIMULATED_LABEL));
    }
}
