package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.operator.bureauquota.Enforcement.Outcome;
import io.jiyun.operator.bureauquota.Fences.Obstacle;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.GrantedQuota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One round for one bureau: survey, decide, store the ledger, write the clouds, report. */
final class BureauQuotaRound {
    private static final BureauQuotaStatus NOTHING =
            new BureauQuotaStatus(null, null, null, null, null, null);
    private static final Duration AFTER_FENCE = Duration.ofMillis(10);
    private static final Duration AFTER_OVERTAKEN = Duration.ofMillis(50);
    private static final Duration UNTRIED_AGAIN = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FOREIGN_AGAIN = Duration.ofSeconds(10);
    private static final Duration UNSETTLED_AGAIN = Duration.ofSeconds(1);

    private final ProvinceView province;
    private final Survey survey;
    private final Ledger ledger;
    private final Enforcement enforcement;
    private final Fences fences;
    private final Convergence convergence;
    private final StatusPace pace;
    private final BureauQuotaSources sources;
    private final QuotaMetrics metrics;
    private final Clock clock;

    BureauQuotaRound(
            ProvinceView province,
            Survey survey,
            Ledger ledger,
            Enforcement enforcement,
            Fences fences,
            Convergence convergence,
            StatusPace pace,
            BureauQuotaSources sources,
            QuotaMetrics metrics,
            Clock clock) {
        this.province = province;
        this.survey = survey;
        this.ledger = ledger;
        this.enforcement = enforcement;
        this.fences = fences;
        this.convergence = convergence;
        this.pace = pace;
        this.sources = sources;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Runs the round; answers when to run again where no event would say so. */
    Optional<Duration> run(BureauQuota seen) {
        Instant now = clock.instant();
        BureauQuota quota = ledger.newest(seen);
        if (survey.isPremature(quota)) {
            return Optional.of(UNTRIED_AGAIN); // and at once when its cloud has answered
        }
        Admission admission = province.admit(quota, now);
        if (!admission.isAdmitted()) {
            sources.waitsForParent(quota);
        }

        Outcome held = enforcement.holdNamespaces(quota, survey.of(quota, admission.isAdmitted()));
        if (held.slices().stream().anyMatch(Slice::isOvertaken)) {
            return Optional.of(AFTER_OVERTAKEN);
        }
        List<Violation> found = new ArrayList<>(admission.violations().asList());
        found.addAll(foreign(quota, held.slices()));
        Decision wish =
                admission.isAdmitted()
                        ? Decision.planned(admission, held.slices(), BureauQuotaRound::asked)
                        : Decision.frozen(held.slices());
        Obstacle obstacle = fences.obstacle(held.slices(), wish);
        Decision decision = obstacle == Obstacle.NONE ? wish : wish.withoutRises(held.slices());

        BureauQuota stored = storeLedger(quota, admission, decision, found, now);
        fences.dropLowered(held.slices(), decision);
        if (obstacle == Obstacle.FENCE) {
            enforcement.fence(fences.missing(held.slices(), wish));
            return Optional.of(AFTER_FENCE);
        }
        boolean unchanged =
                stored.getMetadata()
                        .getResourceVersion()
                        .equals(quota.getMetadata().getResourceVersion());
        if (unchanged && decision.growsAny()) {
            ledger.confirm(quota); // read after the quotas: see Fences
        }
        Outcome written = enforcement.writeQuotas(stored, decision);
        convergence.report(stored.getMetadata().getName(), written.slices());
        Outcome furnished = furnish(stored, admission, written.slices());

        Optional<Duration> report =
                report(
                        stored,
                        StatusComposer.compose(stored, admission, written.slices(), found, now));
        boolean complete = held.isComplete() && written.isComplete() && furnished.isComplete();
        return soonest(
                List.of(
                        report,
                        complete ? Optional.empty() : Optional.of(AFTER_FAILURE),
                        foreign(quota, written.slices()).isEmpty()
                                ? Optional.empty()
                                : Optional.of(FOREIGN_AGAIN),
                        isSettled(written.slices())
                                ? Optional.empty()
                                : Optional.of(UNSETTLED_AGAIN),
                        GrantedQuota.nextChange(quota.getSpec(), now)
                                .map(moment -> Duration.between(now, moment).plusMillis(1))));
    }

    private BureauQuota storeLedger(
            BureauQuota quota,
            Admission admission,
            Decision decision,
            List<Violation> found,
            Instant now) {
        BureauQuotaStatus status =
                StatusComposer.compose(quota, admission, decision.slices(), found, now);
        if (!Ledger.differs(before(quota), status)) {
            return quota;
        }
        BureauQuota stored = ledger.store(quota, status);
        pace.written(quota.getMetadata().getName());
        province.stored(stored, now);
        sources.commitmentChanged(stored, province.refused());
        return stored;
    }

    private static Resources asked(Slice slice) {
        return slice.cloud() == null ? Resources.none() : slice.cloud().asked(slice.name());
    }

    private Outcome furnish(BureauQuota quota, Admission admission, List<Slice> slices) {
        if (!admission.isAdmitted() || !convergence.mayFurnish(quota.getMetadata().getName())) {
            return new Outcome(slices, true);
        }
        Outcome furnished = enforcement.furnish(quota, slices);
        Outcome released = enforcement.release(quota, slices);
        return new Outcome(slices, furnished.isComplete() && released.isComplete());
    }

    private Optional<Duration> report(BureauQuota stored, BureauQuotaStatus status) {
        String name = stored.getMetadata().getName();
        metrics.show(name, status);
        if (status.equals(before(stored))) {
            return Optional.empty();
        }
        Optional<Duration> wait = pace.wait(name);
        if (wait.isEmpty()) {
            BureauQuota after = ledger.store(stored, status);
            pace.written(name);
            sources.statusChanged(after);
        }
        return wait;
    }

    private static List<Violation> foreign(BureauQuota quota, List<Slice> slices) {
        String name = quota.getMetadata().getName();
        return slices.stream()
                .filter(slice -> slice.isWanted() && slice.standing() == Standing.FOREIGN)
                .map(slice ->
                        Violation.of(
                                Reason.NAMESPACE_NOT_OWNED,
                                "spec.namespaces",
                                slice.name(),
                                slice.pool().cloud(),
                                name))
                .toList();
    }

    private static boolean isSettled(List<Slice> slices) {
        return slices.stream().allMatch(slice -> slice.isWanted() && slice.isEnforced());
    }

    private static BureauQuotaStatus before(BureauQuota quota) {
        BureauQuotaStatus status = quota.getStatus();
        return status == null ? NOTHING : status;
    }

    private static Optional<Duration> soonest(List<Optional<Duration>> waits) {
        return waits.stream().flatMap(Optional::stream).min(Duration::compareTo);
    }
}
