package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.operator.bureauquota.Enforcement.Outcome;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.RoundStep;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.LedgerChange;
import io.jiyun.quota.tree.ProvinceView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One round for one bureau: survey, decide, store the ledger, write the clouds, report. */
final class BureauQuotaRound {
    private static final Duration AFTER_OVERTAKEN = Duration.ofMillis(50);
    private static final Duration UNTRIED_AGAIN = Duration.ofSeconds(1);

    private final Leadership leadership;
    private final ProvinceView province;
    private final Explanations explanations;
    private final Survey survey;
    private final Ledger ledger;
    private final Reporting reporting;
    private final Enforcement enforcement;
    private final Fences fences;
    private final Convergence convergence;
    private final Turns turns;
    private final BureauQuotaSources sources;
    private final Clock clock;

    BureauQuotaRound(
            Leadership leadership,
            ProvinceView province,
            Survey survey,
            Ledger ledger,
            Reporting reporting,
            Enforcement enforcement,
            Fences fences,
            Convergence convergence,
            Turns turns,
            BureauQuotaSources sources,
            Clock clock) {
        this.leadership = leadership;
        this.province = province;
        this.explanations = new Explanations(province);
        this.survey = survey;
        this.ledger = ledger;
        this.reporting = reporting;
        this.enforcement = enforcement;
        this.fences = fences;
        this.convergence = convergence;
        this.turns = turns;
        this.sources = sources;
        this.clock = clock;
    }

    /** Runs the round; answers when to run again where no event would say so. */
    Optional<Duration> run(BureauQuota seen) {
        Instant now = clock.instant();
        long epoch = leadership.epoch();
        BureauQuota told = reporting.newest(seen);
        if (told.isMarkedForDeletion() || province.isGone(told)) {
            return Optional.of(UNTRIED_AGAIN); // the informer will show it, too
        }
        if (survey.isPremature(ledger.recorded(told))) {
            return Optional.of(UNTRIED_AGAIN); // and at once when its cloud has answered
        }
        if (!leadership.holds(epoch)) {
            return Optional.of(frozen(ledger.reread(told), now));
        }
        BureauQuota quota = ledger.opened(told, epoch);
        if (Ledger.epoch(quota) > epoch) {
            leadership.overtaken(epoch);
            return Optional.of(frozen(quota, now));
        }
        tellNeeds(quota, now);
        Admission admission = province.admit(quota, now);
        if (!admission.isAdmitted()) {
            sources.waitsForParent(quota);
        }
        Outcome held = enforcement.holdNamespaces(quota, survey.of(quota, admission.isAdmitted()));
        if (held.slices().stream().anyMatch(Slice::isOvertaken)) {
            return Optional.of(AFTER_OVERTAKEN);
        }
        return new Steps(told, quota, admission, held, epoch, now).run();
    }

    /** Who may borrow or lend says what it needs, before it is decided what it gets. */
    private void tellNeeds(BureauQuota quota, Instant now) {
        if (ProvinceView.shares(quota)) {
            String name = quota.getMetadata().getName();
            province.needs(name, Slice.needs(survey.of(quota, true)), now)
                    .forEach(sources::bureauChanged);
        }
    }

    /** One that was overtaken decides nothing, unless nobody else does for a while. */
    private Duration frozen(BureauQuota quota, Instant now) {
        Decision wish =
                Decision.planned(
                        province.admit(quota, now),
                        survey.of(quota, true),
                        _ -> null,
                        fences::stands);
        return leadership.leave(quota.getMetadata().getName(), wish.isPending());
    }

    /** A round that has begun: what it decided on, and the steps that carry it out. */
    private final class Steps {
        private final BureauQuota told;
        private final BureauQuota quota;
        private final Admission admission;
        private final Outcome held;
        private final List<Violation> found;
        private final Decision decision;
        private final long epoch;
        private final Instant now;
        private BureauQuota stored;
        private Outcome written;

        /**
         * @param told the declaration and what was reported last
         * @param quota the declaration and what the ledger records
         */
        Steps(
                BureauQuota told,
                BureauQuota quota,
                Admission admission,
                Outcome held,
                long epoch,
                Instant now) {
            this.told = told;
            this.quota = quota;
            this.stored = quota;
            this.admission = admission;
            this.held = held;
            this.written = held;
            this.epoch = epoch;
            this.now = now;
            found = new ArrayList<>(admission.violations().asList());
            found.addAll(ForeignNamespaces.of(quota, held.slices()));
            decision =
                    admission.isAdmitted()
                            ? Decision.planned(
                                    admission,
                                    held.slices(),
                                    pool -> turns.of(quota.getMetadata().getName(), pool),
                                    fences::stands)
                            : Decision.frozen(held.slices());
        }

        Optional<Duration> run() {
            BureauQuotaStatus record = StatusComposer.record(admission, decision.slices(), epoch);
            LedgerChange change = LedgerChange.between(quota.getStatus(), record);
            List<RoundStep> steps =
                    RoundStep.of(
                            decision.pools().values(),
                            change.differs() || province.isUnsettled(quota),
                            change.takesMore(),
                            Guards.all());
            for (RoundStep step : steps) {
                take(step, record);
            }
            return finish(written);
        }

        private void take(RoundStep step, BureauQuotaStatus record) {
            switch (step) {
                case RESERVE -> require(province.reserve(quota, admission, decision.sums(), now));
                case CONFIRM_EPOCH -> require(leadership.confirm(epoch));
                case STORE_LEDGER -> storeLedger(record);
                case CONFIRM_LEDGER -> ledger.confirm(quota); // read after the quotas
                case WRITE_QUOTAS -> written = enforcement.writeQuotas(stored, decision);
            }
        }

        private void storeLedger(BureauQuotaStatus record) {
            stored = ledger.store(quota, record);
            province.stored(stored, now);
            sources.commitmentChanged(stored, province.refused());
            if (ProvinceView.shares(stored) || admission.lends()) {
                province.partners(stored.getMetadata().getName(), now)
                        .forEach(sources::bureauChanged);
            }
            decision.pools()
                    .forEach((pool, part) -> part.lowered().forEach(id -> fences.drop(pool, id)));
        }

        private Optional<Duration> finish(Outcome done) {
            String name = stored.getMetadata().getName();
            convergence.report(name, done.slices());
            Outcome furnished = furnish(stored, admission, done.slices());
            List<Explanation> wanting = explanations.of(stored, admission, done.slices(), now);
            Optional<Duration> report =
                    reporting.tell(
                            told,
                            done.slices().size(),
                            Ledger.version(stored) != Ledger.version(quota),
                            () ->
                                    StatusComposer.compose(
                                            told,
                                            stored,
                                            admission,
                                            done.slices(),
                                            found,
                                            wanting,
                                            epoch,
                                            now));
            boolean complete = held.isComplete() && done.isComplete() && furnished.isComplete();
            Optional<Duration> turn = turns.after(name, decision, done.slices());
            return NextRound.after(report, turn, complete, stored, done.slices(), wanting, now);
        }
    }

    private static void require(boolean granted) {
        if (!granted) {
            throw Leadership.refusal();
        }
    }

    private Outcome furnish(BureauQuota quota, Admission admission, List<Slice> slices) {
        if (!admission.isAdmitted() || !convergence.mayFurnish(quota.getMetadata().getName())) {
            return new Outcome(slices, true);
        }
        if (slices.stream().anyMatch(TenantAccess::isDue)) {
            ledger.confirm(quota); // nobody is let in on what was known of a bureau that is gone
        }
        Outcome furnished = enforcement.furnish(quota, slices);
        Outcome released = enforcement.release(quota, slices);
        return new Outcome(slices, furnished.isComplete() && released.isComplete());
    }
}
