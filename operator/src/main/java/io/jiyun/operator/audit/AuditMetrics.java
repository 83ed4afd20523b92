package io.jiyun.operator.audit;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts what the audit streams bring. */
final class AuditMetrics {
    private final Counter batches;
    private final Counter refusals;

    AuditMetrics(PrometheusRegistry registry) {
        batches =
                Counter.builder()
                        .name("jiyun_audit_batches_total")
                        .help(
                                "Batches of audit events received, by cloud and HTTP status"
                                        + " answered; cloud unknown where none was proved.")
                        .labelNames("cloud", "code")
                        .register(registry);
        refusals =
                Counter.builder()
                        .name("jiyun_audit_refusals_total")
                        .help("Refusals by quota that audit streams told of, by cloud.")
                        .labelNames("cloud")
                        .register(registry);
    }

    void batch(String cloud, int code) {
        batches.labelValues(cloud, Integer.toString(code)).inc();
    }

    void refusals(String cloud, int told) {
        refusals.labelValues(cloud).inc(told);
    }
}
