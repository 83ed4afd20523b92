package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.bureau.BureauRegister;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.internal.RequestRecord.Ask;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.request.internal.RequestRecord.Times;
import io.jiyun.console.workflow.Workflows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What the bureau does: writes, submits, withdraws and copies requests. */
@Component
public class Filing {
    private static final int LONGEST_REASON = 2000;

    private final RequestTable requests;
    private final Steps steps;
    private final Advancing advancing;
    private final Contents contents;
    private final RequestedChanges changes;
    private final ReservationTable reservations;
    private final Workflows workflows;
    private final EvidenceSource evidence;
    private final BureauRegister bureaus;
    private final Clock clock;

    Filing(
            RequestTable requests,
            Steps steps,
            Advancing advancing,
            Contents contents,
            RequestedChanges changes,
            ReservationTable reservations,
            Workflows workflows,
            EvidenceSource evidence,
            BureauRegister bureaus,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.advancing = advancing;
        this.contents = contents;
        this.changes = changes;
        this.reservations = reservations;
        this.workflows = workflows;
        this.evidence = evidence;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    public RequestOutcome create(Actor actor, RequestDraft draft, Handling handling) {
        Ask ask = ask(actor, draft);
        return file(actor, ask, EventKind.CREATED, handling, draft.toString());
    }

    public RequestOutcome duplicate(Actor actor, String number, Handling handling) {
        Ask ask = Steps.visible(actor, requests.find(number), number).ask();
        return file(actor, ask, EventKind.DUPLICATED, handling, "duplicate " + number);
    }

    private RequestOutcome file(
            Actor actor, Ask ask, EventKind kind, Handling handling, String said) {
        try {
            return fileOnce(actor, ask, kind, handling, said);
        } catch (DuplicateKeyException sentTwiceAtTheSameTime) {
            return fileOnce(actor, ask, kind, handling, said);
        }
    }

    private RequestOutcome fileOnce(
            Actor actor, Ask ask, EventKind kind, Handling handling, String said) {
        return steps.file(
                actor,
                handling,
                said,
                now -> {
                    int workflow = workflows.current(ask.type()).version();
                    return new Taken.Forward(
                            new RequestRecord(
                                    requests.nextNumber(now),
                                    1,
                                    ask,
                                    Standing.draft(workflow),
                                    actor.username(),
                                    new Times(now, null, now)),
                            List.of(Happening.byPerson(kind, null, "")));
                });
    }

    public RequestOutcome edit(Actor actor, String number, RequestDraft draft, Handling handling) {
        Ask ask = ask(actor, draft);
        return steps.take(
                actor,
                number,
                Step.EDIT,
                handling,
                draft.toString(),
                before -> {
                    if (before.ask().type() != ask.type()
                            || !before.ask().bureauCode().equals(ask.bureauCode())) {
                        return new Taken.Nowhere(
                                List.of(
                                        Sentences.violation(
                                                "TypeFixed", "type", "request.type-fixed")));
                    }
                    return new Taken.Forward(
                            before.with(ask),
                            List.of(Happening.byPerson(EventKind.EDITED, null, "")));
                });
    }

    public RequestOutcome submit(Actor actor, String number, Handling handling) {
        RequestRecord seen = Steps.visible(actor, requests.find(number), number);
        int current = workflows.current(seen.ask().type()).version();
        Evidence figures =
                advancing.asksRule(seen.with(seen.standing().submitted(current)), 0)
                        ? evidence.of(seen.ask().quota())
                        : Evidence.NONE;
        return steps.take(
                actor,
                number,
                Step.SUBMIT,
                handling,
                "",
                before -> {
                    List<SpecViolation> incomplete = incomplete(before.ask());
                    if (!incomplete.isEmpty()) {
                        return new Taken.Nowhere(incomplete);
                    }
                    RequestRecord submitted =
                            before.with(before.standing().submitted(current))
                                    .submittedAt(clock.instant());
                    QuotaEffect effect = contents.effect(before.ask().content());
                    if (effect != null) {
                        String quota = before.ask().quota();
                        QuotaPreview preview = changes.claim(number, before.ask().target(), effect);
                        if (!preview.acceptable()) {
                            return new Taken.Nowhere(preview.violations());
                        }
                        reservations.reserve(number, quota, effect.takes());
                    }
                    List<Happening> events = new ArrayList<>();
                    events.add(
                            Happening.byPerson(EventKind.SUBMITTED, null, before.ask().reason()));
                    return advancing.enter(actor, submitted, 0, events, figures);
                });
    }

    public RequestOutcome withdraw(Actor actor, String number, String reason, Handling handling) {
        return steps.take(
                actor,
                number,
                Step.WITHDRAW,
                handling,
                reason,
                before -> {
                    boolean draft = before.standing().state() == RequestState.DRAFT;
                    reservations.release(number);
                    return new Taken.Forward(
                            before.with(
                                    before.standing()
                                            .outside(
                                                    draft
                                                            ? RequestState.CANCELLED
                                                            : RequestState.WITHDRAWN)),
                            List.of(
                                    Happening.byPerson(
                                            draft ? EventKind.CANCELLED : EventKind.WITHDRAWN,
                                            null,
                                            reason)));
                });
    }

    List<SpecViolation> incomplete(Ask ask) {
        List<SpecViolation> found = new ArrayList<>(contents.check(ask.content()));
        if (ask.reason().isBlank() || ask.reason().length() > LONGEST_REASON) {
            found.add(
                    Sentences.violation(
                            "ReasonMissing", "reason", "request.reason", LONGEST_REASON));
        }
        return found;
    }

    /** Whoever may not see the quota's bureau is told there is no such quota. */
    Ask ask(Actor actor, RequestDraft draft) {
        RequestedChanges.Target target =
                changes.holder(draft.quota())
                        .filter(one -> actor.maySee(one.bureauCode()))
                        .map(one ->
                                new RequestedChanges.Target(
                                        draft.quota(), one.bureauCode(), one.bureauName()))
                        .or(() -> first(actor, draft))
                        .orElseThrow(() -> new QuotaNotFound(draft.quota()));
        String reason = draft.reason();
        return new Ask(
                draft.content().type(),
                target.quota(),
                target.bureauCode(),
                target.bureauName(),
                draft.content(),
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    /** A bureau that holds no quota yet names its first one by asking for it. */
    private Optional<RequestedChanges.Target> first(Actor actor, RequestDraft draft) {
        String bureau = actor.bureauCode();
        if (bureau == null
                || !(draft.content() instanceof RequestContent.Increase)
                || changes.holder(draft.quota()).isPresent()
                || !changes.hasNone(bureau)) {
            return Optional.empty();
        }
        return bureaus.nameOf(bureau)
                .map(name -> new RequestedChanges.Target(draft.quota(), bureau, name));
    }
}
