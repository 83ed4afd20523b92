package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells people, metrics and clouds what came of rounds, as often as serves them. */
final class Reporting {
    private final Reports reports;
    private final StatusPace pace;
    private final QuotaMetrics metrics;
    private final BureauQuotaSources sources;

    Reporting(Reports reports, StatusPace pace, QuotaMetrics metrics, BureauQuotaSources sources) {
        this.reports = reports;
        this.pace = pace;
        this.metrics = metrics;
        this.sources = sources;
    }

    /** The newest that is known of a declaration and what was reported of it. */
    BureauQuota newest(BureauQuota seen) {
        return reports.newest(seen);
    }

    /**
     * Tells what came of a round; how long to wait with that, where it was told just now.
     *
     * @param told the declaration and what was reported last
     * @param namespaces how many the status lists
     * @param changes whether the round has changed what is recorded
     */
    Optional<Duration> tell(
            BureauQuota told,
            int namespaces,
            boolean changes,
            Supplier<BureauQuotaStatus> composed) {
        String name = told.getMetadata().getName();
        Optional<Duration> wait = pace.wait(name, namespaces, changes);
        if (wait.isPresent()) {
            return wait;
        }
        BureauQuotaStatus status = composed.get();
        metrics.show(name, status);
        if (!status.equals(told.getStatus())) {
            BureauQuota after = reports.store(told, status);
            sources.statusChanged(after);
            pace.reported(name);
        }
        return Optional.empty();
    }

    void forget(String name) {
        reports.forget(name);
        pace.forget(name);
        metrics.forget(name);
    }
}
