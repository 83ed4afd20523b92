package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Shows every bureau's quota as metrics, in cores, bytes and counts. */
public final class QuotaMetrics {
    private final Gauge quota;
    private final Map<String, Set<List<String>>> shown = new ConcurrentHashMap<>();

    public QuotaMetrics(PrometheusRegistry registry) {
        quota =
                Gauge.builder()
                        .name("jiyun_bureau_quota")
                        .help(
                                "Quota of a bureau in a pool, in cores, bytes or counts. type hard"
                                    + " is the quota, granted the sum of its slices, used what its"
                                    + " namespaces use.")
                        .labelNames("bureau", "cloud", "pool", "resource", "type")
                        .register(registry);
    }

    void show(String bureau, BureauQuotaStatus status) {
        Set<List<String>> now = new HashSet<>();
        for (PoolUsage pool : status.poolsOrEmpty()) {
            show(bureau, pool, "hard", pool.hard(), now);
            show(bureau, pool, "granted", pool.granted(), now);
            show(bureau, pool, "used", pool.used(), now);
        }
        Set<List<String>> before = shown.put(bureau, now);
        if (before != null) {
            before.stream().filter(labels -> !now.contains(labels)).forEach(this::remove);
        }
    }

    void forget(String bureau) {
        Set<List<String>> before = shown.remove(bureau);
        if (before != null) {
            before.forEach(this::remove);
        }
    }

    private void show(
            String bureau,
            PoolUsage pool,
            String type,
            @Nullable Map<String, Quantity> amounts,
            Set<List<String>> now) {
        if (amounts != null) {
            amounts.forEach((resource, amount) -> {
                List<String> labels = List.of(bureau, pool.cloud(), pool.pool(), resource, type);
                quota.labelValues(labels.toArray(String[]::new))
                        .set(amount.getNumericalAmount().doubleValue());
                now.add(labels);
            });
        }
    }

    private void remove(List<String> labels) {
        quota.remove(labels.toArray(String[]::new));
    }
}
