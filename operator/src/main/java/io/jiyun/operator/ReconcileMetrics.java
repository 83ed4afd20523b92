package io.jiyun.operator;

import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.concurrent.TimeUnit;

/** Times every reconciliation. */
final class ReconcileMetrics implements Metrics {
    private final Histogram durations;

    ReconcileMetrics(PrometheusRegistry registry) {
        durations =
                Histogram.builder()
                        .name("jiyun_reconcile_duration_seconds")
                        .help("Time one reconciliation took, by controller, step and outcome.")
                        .unit(Unit.SECONDS)
                        .labelNames("controller", "step", "outcome")
                        .classicUpperBounds(.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
                        .register(registry);
    }

    @Override
    public <T> T timeControllerExecution(ControllerExecution<T> execution) throws Exception {
        long start = System.nanoTime();
        String outcome = "failure";
        try {
            T result = execution.execute();
            outcome = "success";
            return result;
        } finally {
            durations
                    .labelValues(execution.controllerName(), execution.name(), outcome)
                    .observe((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
        }
    }
}
