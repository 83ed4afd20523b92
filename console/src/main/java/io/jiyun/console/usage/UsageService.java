package io.jiyun.console.usage;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.usage.internal.PrometheusHistory;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.usage.UsageLabel;
import io.jiyun.usage.UsageMetric;
import io.jiyun.usage.UsageQuery;
import java.util.List;
import org.springframework.stereotype.Service;

/** Charts of use over time. Without Prometheus they say so; everything else goes on. */
@Service
public class UsageService {
    private static final List<UsageMetric> METRICS =
            List.of(
                    UsageMetric.CPU_USED,
                    UsageMetric.CPU_REQUESTED,
                    UsageMetric.MEMORY_USED,
                    UsageMetric.MEMORY_REQUESTED);

    private final PrometheusHistory history;
    private final QuotaService quotas;

    UsageService(PrometheusHistory history, QuotaService quotas) {
        this.history = history;
        this.quotas = quotas;
    }

    /**
     * CPU and memory that a quota's namespaces used and requested.
     *
     * @throws io.jiyun.console.quota.QuotaNotFound when there is none of that name that the caller
     *     may see
     */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE})
    public UsageHistory ofQuota(String name, UsagePeriod period) {
        String visible = quotas.detail(name).row().name();
        return history.of(
                METRICS,
                metric ->
                        UsageQuery.latest(metric)
                                .where(UsageLabel.BUREAU, visible)
                                .sumBy(UsageLabel.BUREAU),
                period);
    }

    /** CPU and memory that all bureaus together used and requested in a pool. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.FINANCE})
    public UsageHistory ofPool(PoolKey pool, UsagePeriod period) {
        return history.of(
                METRICS,
                metric ->
                        UsageQuery.latest(metric)
                                .where(UsageLabel.CLOUD, pool.cloud())
                                .where(UsageLabel.POOL, pool.pool())
                                .sumBy(UsageLabel.POOL),
                period);
    }
}
