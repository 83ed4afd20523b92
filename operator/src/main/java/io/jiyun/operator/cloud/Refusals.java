package io.jiyun.operator.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What quotas of a cloud refused lately, as far as something tells of it: an event, which a
 * ReplicaSet, StatefulSet or Job leaves, or the cloud's audit stream, which tells of everybody and
 * need not be sent here.
 */
final class Refusals {
    /** How long an event may be behind the refusal it tells of. */
    private static final Duration EVENTS_LATE = Duration.ofMillis(250);

    /** The same of an audit stream: it comes in batches, and a batch may have to be sent again. */
    private static final Duration STREAM_LATE = Duration.ofSeconds(2);

    /** A stream that was silent for longer may have ended. */
    private static final Duration SILENT = Duration.ofMinutes(10);

    private final Asks asks;
    private final RefusalTally tally;
    private final Clock clock;
    private volatile Instant streamHeardAt = Instant.MIN;

    Refusals(Clock clock) {
        this.clock = clock;
        asks = new Asks(clock);
        tally = new RefusalTally(clock);
    }

    Asks asks() {
        return asks;
    }

    /**
     * Takes in what an event tells.
     *
     * @param times how many refusals it stands for
     * @return whether it is an ask that is open now
     */
    boolean heardByEvent(String namespace, Refusal refusal, int times, Instant at) {
        return tally.byEvent(refusal.text(), times)
                && asks.hear(namespace, Asker.byEvent(refusal), refusal.ask(), at);
    }

    /**
     * Takes in what the audit stream tells.
     *
     * @param isKept whether a namespace is one that Jiyun keeps
     * @param refusedIn told the namespaces in which something was refused just now
     * @return how many of the requests were refused by a quota
     */
    int heardByAudit(
            List<RefusedRequest> requests, Predicate<String> isKept, Consumer<String> refusedIn) {
        streamHeardAt = clock.instant();
        int told = 0;
        Set<String> asked = new HashSet<>();
        for (RefusedRequest request : requests) {
            Refusal refusal = Refusal.in(request.message()).orElse(null);
            if (refusal != null) {
                told++;
                if (tally.byAudit(refusal.text()) && isAsk(request, refusal, isKept)) {
                    asked.add(request.namespace());
                }
            }
        }
        asked.forEach(refusedIn);
        return told;
    }

    private boolean isAsk(RefusedRequest request, Refusal refusal, Predicate<String> isKept) {
        return !request.isTrial()
                && isKept.test(request.namespace())
                && asks.hear(
                        request.namespace(),
                        Asker.byAudit(refusal, request),
                        refusal.ask(),
                        request.at());
    }

    /** How many refusals by any quota have been told of, each of them once, since the start. */
    long told() {
        return tally.count();
    }

    /** How long what tells of a refusal may be behind. */
    Duration lateness() {
        return stream() == StreamState.HEARD ? STREAM_LATE : EVENTS_LATE;
    }

    StreamState stream() {
        if (streamHeardAt.equals(Instant.MIN)) {
            return StreamState.ABSENT;
        }
        return streamHeardAt.isBefore(clock.instant().minus(SILENT))
                ? StreamState.SILENT
                : StreamState.HEARD;
    }
}
