package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.calendar.HolidayCalendar;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.quota.RequestedChanges.Carried;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.internal.EvidenceRule.Ruling;
import io.jiyun.console.workflow.Stage;
import io.jiyun.console.workflow.WorkflowDraft;
import io.jiyun.console.workflow.Workflows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a request, locked by the running transaction, to the next stage where somebody or something
 * has to act. Past the last decision it carries the request out, in that same transaction.
 */
@Component
class Advancing {
    private final Workflows workflows;
    private final HolidayCalendar calendar;
    private final Contents contents;
    private final RequestedChanges changes;
    private final ReservationTable reservations;
    private final Clock clock;

    Advancing(
            Workflows workflows,
            HolidayCalendar calendar,
            Contents contents,
            RequestedChanges changes,
            ReservationTable reservations,
            Clock clock) {
        this.workflows = workflows;
        this.calendar = calendar;
        this.contents = contents;
        this.changes = changes;
        this.reservations = reservations;
        this.clock = clock;
    }

    WorkflowDraft workflow(RequestRecord request) {
        return workflows
                .version(request.ask().type(), request.standing().workflowVersion())
                .definition();
    }

    RequestProcess process(RequestRecord request) {
        return new RequestProcess(workflow(request));
    }

    /** Whether entering the stage asks the automatic rule, for which figures are needed. */
    boolean asksRule(RequestRecord request, int stage) {
        return process(request).asksRuleAt(stage);
    }

    /**
     * Enters a stage.
     *
     * @param actor whoever takes the step that leads there; null for the clock, which never leads
     *     past a decision
     * @param events what happened so far; more is added
     */
    Taken enter(
            @Nullable Actor actor,
            RequestRecord request,
            int stage,
            List<Happening> events,
            Evidence evidence) {
        RequestProcess process = process(request);
        QuotaEffect effect = contents.effect(request.ask().content());
        int next = stage;
        if (process.asksRuleAt(stage) && effect != null) {
            Ruling ruling = ruling(request, effect, evidence);
            events.add(
                    Happening.byItself(
                            ruling.decided() ? EventKind.DECIDED_BY_RULE : EventKind.LEFT_TO_PEOPLE,
                            key(process.stage(stage)),
                            ruling.explanation()));
            if (ruling.decided()) {
                next = process.afterDecisions();
            }
        }
        RequestRecord carried = request;
        boolean decidedNow = !process.decides(next) && request.standing().quotaVersion() == null;
        if (decidedNow && effect != null && actor != null) {
            Carried outcome =
                    changes.carryOut(
                            actor,
                            request.number(),
                            request.ask().target(),
                            effect,
                            request.ask().reason());
            switch (outcome) {
                case Carried.Refused(List<SpecViolation> violations) -> {
                    return new Taken.Nowhere(violations);
                }
                case Carried.Out(long version, List<String> adjusted) -> {
                    carried = request.with(request.standing().carriedOut(version));
                    events.add(Happening.byItself(EventKind.CARRIED_OUT, null, done(adjusted)));
                }
            }
            convert(request.number(), effect);
        }
        while (effect == null && process.stateAt(next) == RequestState.PROVISIONING) {
            next++;
        }
        return place(carried, process, next, events);
    }

    Ruling ruling(RequestRecord request, QuotaEffect effect, Evidence evidence) {
        return new EvidenceRule(workflow(request).auto(), evidence)
                .rule(changes.preview(request.number(), request.ask().target(), effect));
    }

    private Taken place(
            RequestRecord request, RequestProcess process, int next, List<Happening> events) {
        RequestState state = process.stateAt(next);
        if (state == RequestState.DONE) {
            events.add(Happening.byItself(EventKind.ARCHIVED, key(process.stage(next)), null));
            return new Taken.Forward(request.with(request.standing().outside(state)), events);
        }
        Stage stage = process.stage(next);
        return new Taken.Forward(
                request.with(
                        request.standing()
                                .placed(
                                        state,
                                        next,
                                        stage == null ? null : stage.role(),
                                        stage == null ? null : due(stage))),
                events);
    }

    private LocalDate due(Stage stage) {
        LocalDate today = WorkingDays.today(clock);
        return stage.workingDays()
                ? calendar.workingDays().after(today, stage.days())
                : today.plusDays(stage.days());
    }

    /** From now on the grant itself holds the capacity; one that begins later, from then on. */
    private void convert(String request, QuotaEffect effect) {
        Instant now = clock.instant();
        OffsetDateTime from = effect instanceof QuotaEffect.Give give ? give.from() : null;
        if (from != null && from.toInstant().isAfter(now)) {
            reservations.endAt(request, from.toInstant());
        } else {
            reservations.release(request);
        }
    }

    private static SpecViolation done(List<String> adjusted) {
        return adjusted.isEmpty()
                ? Sentences.violation("CarriedOut", "", "request.carried-out")
                : Sentences.violation(
                        "CarriedOut", "", "request.carried-out-by", String.join("; ", adjusted));
    }

    private static @Nullable String key(@Nullable Stage stage) {
        return stage == null ? null : stage.key();
    }
}
