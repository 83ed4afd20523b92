package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.digest.Sha256;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestNotFound;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.internal.EventTable.Repeated;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all steps of people have in common: the request is locked, the same key is answered the
 * same, an old version is refused, who may not is told why; and then the request, its history, the
 * effect and the audit entry are stored in one transaction or not at all. Locks are taken in the
 * order request, quota, pools, audit.
 */
@Component
class Steps {
    /** As much as the history keeps of what a person says. */
    private static final int MOST_WORDS = 1900;

    private final RequestTable requests;
    private final EventTable events;
    private final Advancing advancing;
    private final Announcing announcing;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Steps(
            RequestTable requests,
            EventTable events,
            Advancing advancing,
            Announcing announcing,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.events = events;
        this.advancing = advancing;
        this.announcing = announcing;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a step.
     *
     * @param said everything the person wrote, to tell whether a key asks the same again
     */
    RequestOutcome take(
            Actor actor,
            String number,
            Step step,
            Handling handling,
            String said,
            Function<RequestRecord, Taken> body) {
        if (step != Step.EDIT && said.length() > MOST_WORDS) {
            return new RequestOutcome.Refused(
                    List.of(
                            Sentences.violation(
                                    "TooLong", "reason", "request.too-long", MOST_WORDS)));
        }
        String fingerprint = Sha256.of(number + '\n' + step + '\n' + said);
        return inTransaction(() -> {
            RequestRecord before = visible(actor, requests.findForUpdate(number), number);
            Optional<RequestOutcome> repeated = repeated(actor, handling, fingerprint);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            Long expected = handling.expectedVersion();
            if (expected != null && expected != before.version()) {
                return new RequestOutcome.Stale(before.version());
            }
            List<SpecViolation> objections =
                    Objections.to(
                            step,
                            actor,
                            before,
                            advancing.process(before),
                            events.approvals(number, before.standing().round()));
            if (!objections.isEmpty()) {
                return new RequestOutcome.Refused(objections);
            }
            return switch (body.apply(before)) {
                case Taken.Nowhere(List<SpecViolation> violations) ->
                        new RequestOutcome.Refused(violations);
                case Taken.Forward(RequestRecord after, List<Happening> happened) ->
                        store(actor, step, before, after, happened, handling, fingerprint);
            };
        });
    }

    /** Files a request that is not there yet; the same key makes it once. */
    RequestOutcome file(
            Actor actor, Handling handling, String said, Function<Instant, Taken.Forward> body) {
        String fingerprint = Sha256.of(said);
        return inTransaction(() -> {
            Optional<RequestOutcome> repeated = repeated(actor, handling, fingerprint);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            Taken.Forward filed = body.apply(now());
            requests.insert(filed.request());
            write(actor, filed.request(), filed.events(), handling.idempotencyKey(), fingerprint);
            audit.append(
                    actor,
                    AuditAction.REQUEST_CREATE,
                    "request/" + filed.request().number(),
                    null,
                    filed.request().ask().toString());
            return done(filed.request());
        });
    }

    static RequestRecord visible(Actor actor, Optional<RequestRecord> request, String number) {
        return request.filter(one -> actor.maySee(one.ask().bureauCode()))
                .orElseThrow(() -> new RequestNotFound(number));
    }

    private RequestOutcome store(
            Actor actor,
            Step step,
            RequestRecord before,
            RequestRecord after,
            List<Happening> happened,
            Handling handling,
            String fingerprint) {
        RequestRecord next = after.next(now());
        requests.update(next);
        write(actor, next, happened, handling.idempotencyKey(), fingerprint);
        announcing.tell(before, next, happened);
        audit.append(
                actor,
                AuditAction.valueOf("REQUEST_" + step),
                "request/" + next.number(),
                before.standing().toString(),
                next.standing() + " " + happened.getFirst().reason());
        return done(next);
    }

    /** Only what the person did carries the key; the rest followed by itself. */
    private void write(
            Actor actor,
            RequestRecord request,
            List<Happening> happened,
            @Nullable String key,
            String fingerprint) {
        Instant now = now();
        for (int index = 0; index < happened.size(); index++) {
            Happening event = happened.get(index);
            boolean keyed = index == 0 && key != null;
            events.append(
                    request,
                    event.byPerson() ? actor : null,
                    event,
                    now,
                    keyed ? key : null,
                    keyed ? fingerprint : null);
        }
    }

    private Optional<RequestOutcome> repeated(Actor actor, Handling handling, String fingerprint) {
        String key = handling.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        Optional<Repeated> earlier = events.byKey(actor.username(), key);
        return earlier.map(done ->
                done.fingerprint().equals(fingerprint)
                        ? done(requests.find(done.request()).orElseThrow())
                        : new RequestOutcome.Refused(
                                List.of(
                                        Sentences.violation(
                                                "IdempotencyKeyReused",
                                                "Idempotency-Key",
                                                "quota.key-reused",
                                                key))));
    }

    private RequestOutcome inTransaction(java.util.function.Supplier<RequestOutcome> work) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    RequestOutcome outcome = work.get();
                    if (!(outcome instanceof RequestOutcome.Done)) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
    }

    private static RequestOutcome done(RequestRecord request) {
        return new RequestOutcome.Done(
                request.number(), request.version(), request.standing().state());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
