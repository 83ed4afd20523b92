package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.DeletionPolicy;
import io.jiyun.operator.bureauquota.Enforcement.Outcome;
import io.jiyun.quota.plan.DepartureStep;
import io.jiyun.quota.plan.Guards;
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

    private final Leadership leadership;
    private final Survey survey;
    private final Enforcement enforcement;
    private final Ledger ledger;
    private final Reporting reporting;
    private final ProvinceView province;
    private final Turns turns;
    private final BureauQuotaSources sources;
    private final Clock clock;

    Departure(
            Leadership leadership,
            Survey survey,
            Enforcement enforcement,
            Ledger ledger,
            Reporting reporting,
            ProvinceView province,
            Turns turns,
            BureauQuotaSources sources,
            Clock clock) {
        this.leadership = leadership;
        this.survey = survey;
        this.enforcement = enforcement;
        this.ledger = ledger;
        this.reporting = reporting;
        this.province = province;
        this.turns = turns;
        this.sources = sources;
        this.clock = clock;
    }

    /** Empty once nothing is left to do; else when to look again. */
    Optional<Duration> run(BureauQuota seen) {
        BureauQuota quota = reporting.newest(seen);
        for (DepartureStep step : DepartureStep.order(Guards.all())) {
            boolean done =
                    switch (step) {
                        case READ_LEDGER -> {
                            quota = ledger.reread(quota);
                            yield true;
                        }
                        case CONFIRM_EPOCH -> leads(quota);
                        case LEAVE_NAMESPACES -> hasLeftNamespaces(quota);
                        case FORGET -> province.departed(quota, clock.instant());
                        case CLOSE_LEDGER -> {
                            ledger.close(quota);
                            yield true;
                        }
                        case REMOVE_QUOTA -> {
                            forget(quota);
                            yield true; // the framework takes its finalizer away
                        }
                    };
            if (!done) {
                return Optional.of(AGAIN);
            }
        }
        return Optional.empty();
    }

    private boolean leads(BureauQuota quota) {
        long epoch = leadership.epoch();
        if (Ledger.epoch(quota) > epoch) {
            leadership.overtaken(epoch);
        }
        if (leadership.holds(epoch) && leadership.confirm(epoch)) {
            return true;
        }
        var _ = leadership.leave(quota.getMetadata().getName(), true);
        return false;
    }

    private boolean hasLeftNamespaces(BureauQuota quota) {
        List<Slice> recorded =
                survey.of(quota, false).stream().filter(this::isOnKnownCloud).toList();
        boolean delete = quota.getSpec().deletionPolicyOrDefault() == DeletionPolicy.DELETE;
        Outcome left =
                delete ? enforcement.delete(quota, recorded) : enforcement.letGo(quota, recorded);
        return left.isComplete()
                && left.slices().stream().allMatch(slice -> isDone(slice.standing(), delete));
    }

    private void forget(BureauQuota quota) {
        String name = quota.getMetadata().getName();
        reporting.forget(name);
        turns.forget(name);
        sources.commitmentChanged(quota, province.refused());
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
