package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.operator.cloud.StoredVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether the watch of BureauQuotas still tells anything: what this process has stored
 * has to be shown some time. A connection that was cut where neither end heard of it looks like one
 * on which nothing happens.
 */
final class HubWatch {
    /** A relisting takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * @param at a moment of a clock that only goes forward
     */
    private record Awaited(String name, long version, Duration at) {}

    private Optional<Awaited> awaited = Optional.empty();

    /** A quota was stored; one at a time is awaited. */
    synchronized void stored(BureauQuota quota, Duration now) {
        if (awaited.isEmpty()) {
            awaited =
                    Optional.of(
                            new Awaited(
                                    quota.getMetadata().getName(), StoredVersion.of(quota), now));
        }
    }

    /** Whether nothing can be expected of the watch, which shows these, any more. */
    synchronized boolean isBlind(List<BureauQuota> shown, Duration now) {
        awaited = awaited.filter(it -> shown.stream().anyMatch(quota -> isOlder(quota, it)));
        return awaited.filter(it -> now.minus(it.at()).compareTo(PATIENCE) > 0).isPresent();
    }

    private static boolean isOlder(BureauQuota shown, Awaited awaited) {
        return shown.getMetadata().getName().equals(awaited.name())
                && StoredVersion.of(shown) < awaited.version();
    }
}
