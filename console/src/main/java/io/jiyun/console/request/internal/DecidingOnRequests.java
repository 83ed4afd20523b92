package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.People;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.workflow.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with a request that waits: approve, reject, return, hand on, confirm. */
@Component
public class DecidingOnRequests {
    private static final int LONGEST = 2000;

    private final RequestTable requests;
    private final Steps steps;
    private final Advancing advancing;
    private final ReservationTable reservations;
    private final EvidenceSource evidence;
    private final People people;

    DecidingOnRequests(
            RequestTable requests,
            Steps steps,
            Advancing advancing,
            ReservationTable reservations,
            EvidenceSource evidence,
            People people) {
        this.requests = requests;
        this.steps = steps;
        this.advancing = advancing;
        this.reservations = reservations;
        this.evidence = evidence;
        this.people = people;
    }

    public RequestOutcome approve(Actor actor, String number, String remark, Handling handling) {
        RequestRecord seen = Steps.visible(actor, requests.find(number), number);
        Evidence figures =
                advancing.asksRule(seen, seen.standing().stage() + 1)
                        ? evidence.of(seen.ask().quota())
                        : Evidence.NONE;
        return steps.take(
                actor,
                number,
                Step.APPROVE,
                handling,
                remark,
                before ->
                        advancing.enter(
                                actor,
                                before,
                                before.standing().stage() + 1,
                                events(EventKind.APPROVED, before, remark),
                                figures));
    }

    /** Says no, with reasons and with what would help. */
    public RequestOutcome reject(
            Actor actor, String number, String reason, String advice, Handling handling) {
        return steps.take(
                actor,
                number,
                Step.REJECT,
                handling,
                reason + '\n' + advice,
                before -> {
                    List<SpecViolation> missing = new ArrayList<>(required(reason, "reason"));
                    missing.addAll(required(advice, "advice"));
                    return missing.isEmpty()
                            ? end(
                                    before,
                                    RequestState.REJECTED,
                                    EventKind.REJECTED,
                                    Sentences.in(
                                            java.util.Locale.SIMPLIFIED_CHINESE,
                                            "request.reason-and-advice",
                                            reason.strip(),
                                            advice.strip()))
                            : new Taken.Nowhere(missing);
                });
    }

    /** Sends it back to be corrected; the fields are part of what is said. */
    public RequestOutcome giveBack(
            Actor actor, String number, String reason, List<String> fields, Handling handling) {
        return steps.take(
                actor,
                number,
                Step.RETURN,
                handling,
                reason + '\n' + fields,
                before -> {
                    List<SpecViolation> missing = required(reason, "reason");
                    String said =
                            fields.isEmpty()
                                    ? reason
                                    : reason + " [" + String.join(", ", fields) + "]";
                    return missing.isEmpty()
                            ? end(before, RequestState.RETURNED, EventKind.RETURNED, said)
                            : new Taken.Nowhere(missing);
                });
    }

    public RequestOutcome delegate(
            Actor actor, String number, String person, String remark, Handling handling) {
        return steps.take(
                actor,
                number,
                Step.DELEGATE,
                handling,
                person + '\n' + remark,
                before -> {
                    Standing standing = before.standing();
                    Role role = standing.role();
                    String bureau =
                            role != null && role.ofBureau() ? before.ask().bureauCode() : null;
                    if (role == null
                            || people.holding(role, bureau).stream()
                                    .noneMatch(one -> one.username().equals(person))) {
                        return new Taken.Nowhere(
                                List.of(
                                        Sentences.violation(
                                                "NoSuchPerson",
                                                "person",
                                                "request.no-such-person",
                                                person)));
                    }
                    return new Taken.Forward(
                            before.with(standing.handedTo(person)),
                            events(
                                    EventKind.DELEGATED,
                                    before,
                                    "→ " + person + (remark.isBlank() ? "" : ": " + remark)));
                });
    }

    /** The bureau confirms; in the trial this ends the trial early. */
    public RequestOutcome confirm(Actor actor, String number, String remark, Handling handling) {
        return steps.take(
                actor,
                number,
                Step.CONFIRM,
                handling,
                remark,
                before ->
                        advancing.enter(
                                actor,
                                before,
                                advancing
                                        .process(before)
                                        .afterConfirming(before.standing().stage()),
                                events(EventKind.CONFIRMED, before, remark),
                                Evidence.NONE));
    }

    private Taken end(RequestRecord before, RequestState state, EventKind kind, String reason) {
        reservations.release(before.number());
        return new Taken.Forward(
                before.with(before.standing().outside(state)), events(kind, before, reason));
    }

    private List<Happening> events(EventKind kind, RequestRecord before, String reason) {
        List<Happening> events = new ArrayList<>();
        events.add(Happening.byPerson(kind, stage(before), reason));
        return events;
    }

    private @Nullable String stage(RequestRecord request) {
        Stage stage = advancing.process(request).stage(request.standing().stage());
        return stage == null ? null : stage.key();
    }

    private static List<SpecViolation> required(String text, String field) {
        return text.isBlank() || text.length() > LONGEST / 2 - 100
                ? List.of(
                        Sentences.violation(
                                "ReasonMissing", field, "request.say-" + field, LONGEST / 2 - 100))
                : List.of();
    }
}
