package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.DeletionPolicy;
import io.jiyun.operator.bureauquota.Enforcement.Outcome;
import io.jiyun.quota.tree.ProvinceView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a BureauQuota is deleted: its namespaces are let go, or deleted if it says so.
 */
final class Departure {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Survey survey;
    private final Enforcement enforcement;
    private final Ledger ledger;
    private final ProvinceView province;
    private final Turns turns;
    private final QuotaMetrics metrics;
    private final BureauQuotaSources sources;
    private final Clock clock;

    Departure(
            Survey survey,
            Enforcement enforcement,
            Ledger ledger,
            ProvinceView province,
            Turns turns,
            QuotaMetrics metrics,
            BureauQuotaSources sources,
            Clock clock) {
        this.survey = survey;
        this.enforcement = enforcement;
        this.ledger = ledger;
        this.province = province;
        this.turns = turns;
        this.metrics = metrics;
        this.sources = sources;
        this.clock = clock;
    }

    /** Empty once nothing is left to do; else when to look again. */
    Optional<Duration> run(BureauQuota seen) {
        BureauQuota quota = ledger.newest(seen);
        List<Slice> recorded =
                survey.of(quota, false).stream().filter(this::isOnKnownCloud).toList();
        boolean delete = quota.getSpec().deletionPolicyOrDefault() == DeletionPolicy.DELETE;
        Outcome left =
                delete ? enforcement.delete(quota, recorded) : enforcement.letGo(quota, recorded);
        boolean gone =
                left.isComplete()
                        && left.slices().stream()
                                .allMatch(slice -> isDone(slice.standing(), delete));
        if (!gone) {
            return Optional.of(AGAIN);
        }
        if (!province.departed(quota, clock.instant())) {
            return Optional.of(AGAIN);
        }
        String name = quota.getMetadata().getName();
        ledger.forget(name);
        turns.forget(name);
        metrics.forget(name);
        sources.commitmentChanged(quota, province.refused());
        return Optional.empty();
    }

    /** A cloud that was taken out of the province cannot hold up a deletion. */
    private boolean isOnKnownCloud(Slice slice) {
        return sources.isDeclared(slice.pool().cloud());
    }

    private static boolean isDone(Standing standing, boolean delete) {
        return switch (standing) {
            case ABSENT, FOREIGN -> true;
            case HELD -> !delete;
            case TERMINATING -> !delete;
            case UNKNOWN, FAILED -> false;
        };
    }
}
