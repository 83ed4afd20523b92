package io.jiyun.usage;

import java.util.Arrays;
import java.util.Optional;

/**
 * A recorded series, one per {@link UsageLabel combination of labels}. The names follow Prometheus'
 * convention for recording rules: level, metric, operation.
 */
public enum UsageMetric {
    /** CPU cores in use. */
    CPU_USED("system:jiyun_cpu_used_cores:sum"),
    /** Bytes of memory in use (working set). */
    MEMORY_USED("system:jiyun_memory_used_bytes:sum"),
    /** CPU cores that running pods request. */
    CPU_REQUESTED("system:jiyun_cpu_requested_cores:sum"),
    /** Bytes of memory that running pods request. */
    MEMORY_REQUESTED("system:jiyun_memory_requested_bytes:sum"),
    /** Bytes received from the network per second. */
    NETWORK_RECEIVED("system:jiyun_network_received_bytes:rate5m"),
    /** Bytes sent to the network per second. */
    NETWORK_SENT("system:jiyun_network_sent_bytes:rate5m"),
    /** Running pods. */
    PODS("system:jiyun_pods:count");

    private final String rule;

    UsageMetric(String rule) {
        this.rule = rule;
    }

    /** Name of the recording rule. */
    public String rule() {
        return rule;
    }

    static Optional<UsageMetric> ofRule(String rule) {
        return Arrays.stream(values()).filter(metric -> metric.rule.equals(rule)).findFirst();
    }
}
