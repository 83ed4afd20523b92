package io.jiyun.operator;

import java.time.Duration;

/**
 * One of several operators works, the others wait.
 *
 * @param namespace of the lease on the hub
 * @param lease how long a leader that fell silent keeps the others waiting
 */
public record LeaderElection(String namespace, Duration lease) {
    static final Duration USUAL_LEASE = Duration.ofSeconds(15);

    /** A leader that could not renew its lease for so long stops, before another takes over. */
    Duration renewDeadline() {
        return lease.multipliedBy(2).dividedBy(3);
    }

    Duration retryPeriod() {
        return lease.dividedBy(8);
    }
}
