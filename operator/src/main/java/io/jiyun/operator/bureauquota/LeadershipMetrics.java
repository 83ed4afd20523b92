package io.jiyun.operator.bureauquota;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;

/** Shows whether this process gives out quota, so that a second or overtaken one is noticed. */
final class LeadershipMetrics {

    static void register(PrometheusRegistry registry, Leadership leadership) {
        GaugeWithCallback.builder()
                .name("jiyun_leadership_epoch")
                .help("Epoch this operator took last; 0 while it took none.")
                .callback(callback -> callback.call((double) leadership.latestEpoch()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jiyun_leadership_state")
                .help(
                        "1 for the state this operator is in. leading: it gives out quota;"
                                + " overtaken: another took over and it raises nothing any more;"
                                + " waiting: it has begun nothing yet.")
                .labelNames("state")
                .callback(callback -> {
                    for (Leadership.State state : Leadership.State.values()) {
                        callback.call(
                                state == leadership.state() ? 1 : 0,
                                state.name().toLowerCase(Locale.ROOT));
                    }
                })
                .register(registry);
    }

    private LeadershipMetrics() {}
}
