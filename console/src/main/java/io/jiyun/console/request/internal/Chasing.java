package io.jiyun.console.request.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.workflow.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to requests without a person: the cluster has taken a change over, a trial is over,
 * a term has passed. Each request in a transaction of its own.
 */
@Component
public class Chasing {
    private static final Logger LOG = LoggerFactory.getLogger(Chasing.class);

    private final RequestTable requests;
    private final EventTable events;
    private final Advancing advancing;
    private final Announcing announcing;
    private final RequestedChanges changes;
    private final ReservationTable reservations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Chasing(
            RequestTable requests,
            EventTable events,
            Advancing advancing,
            Announcing announcing,
            RequestedChanges changes,
            ReservationTable reservations,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.events = events;
        this.advancing = advancing;
        this.announcing = announcing;
        this.changes = changes;
        this.reservations = reservations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${jiyun.resync-period:PT5S}")
    public void look() {
        requests.provisioning().stream()
                .filter(one -> isInForce(one.quota(), one.version()))
                .forEach(one -> move(one.number(), this::ifInForce));
        LocalDate today = WorkingDays.today(clock);
        requests.lateOn(today).forEach(number -> move(number, this::ifLate));
        transaction.executeWithoutResult(status -> reservations.removeEnded(clock.instant()));
    }

    private @Nullable Taken ifInForce(RequestRecord request) {
        Standing standing = request.standing();
        boolean inForce =
                standing.state() == RequestState.PROVISIONING
                        && isInForce(request.ask().quota(), standing.quotaVersion());
        return inForce ? onward(request, EventKind.IN_FORCE) : null;
    }

    private boolean isInForce(String quota, @Nullable Long version) {
        return version == null || changes.isInForce(quota, version);
    }

    private @Nullable Taken ifLate(RequestRecord request) {
        Standing standing = request.standing();
        LocalDate due = standing.dueOn();
        if (standing.overdue() || due == null || !due.isBefore(WorkingDays.today(clock))) {
            return null;
        }
        if (standing.state() == RequestState.TRIAL) {
            return onward(request, EventKind.TRIAL_ENDED);
        }
        Role role = standing.role();
        return new Taken.Forward(
                request.with(standing.late(role == null ? null : RequestProcess.above(role))),
                List.of(Happening.byItself(EventKind.OVERDUE, stage(request), null)));
    }

    private Taken onward(RequestRecord request, EventKind kind) {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.byItself(kind, stage(request), null));
        return advancing.enter(
                null, request, request.standing().stage() + 1, happened, Evidence.NONE);
    }

    private void move(String number, Decision decision) {
        try {
            transaction.executeWithoutResult(status ->
                    requests.findForUpdate(number)
                            .ifPresent(request -> store(request, decision.of(request))));
        } catch (RuntimeException e) {
            // One request that cannot be moved must not hold up the others.
            LOG.warn("Request {} could not be moved on", number, e);
        }
    }

    private void store(RequestRecord before, @Nullable Taken taken) {
        if (taken instanceof Taken.Forward(RequestRecord after, List<Happening> happened)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            RequestRecord next = after.next(now);
            requests.update(next);
            happened.forEach(event -> events.append(next, null, event, now, null, null));
            announcing.tell(before, next, happened);
        }
    }

    private @Nullable String stage(RequestRecord request) {
        Stage stage = advancing.process(request).stage(request.standing().stage());
        return stage == null ? null : stage.key();
    }

    /** Where a request goes by itself; null for nowhere. */
    @FunctionalInterface
    private interface Decision {
        @Nullable Taken of(RequestRecord request);
    }
}
