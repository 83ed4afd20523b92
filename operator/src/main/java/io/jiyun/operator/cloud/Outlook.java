package io.jiyun.operator.cloud;

import java.time.Duration;
import java.util.Optional;

/**
 * What is made of a cloud from one probe to the next. A single answer that is late or lost, or a
 * watch that is opened anew, is no news: reports of it would only be taken back.
 */
final class Outlook {
    /** How long a cloud that answers may take to show what Jiyun keeps there. */
    static final Duration READING = Duration.ofSeconds(30);

    /** What a probe found. */
    sealed interface Probe {
        /** It answers, and everything Jiyun keeps there is known. */
        record Answered(String version) implements Probe {}

        /** It answers, but not everything Jiyun keeps there is known; perhaps it refused to say. */
        record Unread(Optional<Sentence> refusal) implements Probe {}

        record Silent(Sentence why) implements Probe {}

        /** It answers, but must be left alone. */
        record Forbidden(Sentence why) implements Probe {}
    }

    private Reachability current = new Reachability.Untried();
    private Optional<Duration> unreadSince = Optional.empty();
    private boolean missed;

    /** Takes a probe in; {@code now} is a moment of any clock that only goes forward. */
    Reachability after(Probe probe, Duration now) {
        current =
                switch (probe) {
                    case Probe.Answered(String version) -> new Reachability.Reachable(version);
                    case Probe.Unread(Optional<Sentence> refusal) -> unread(refusal, now);
                    case Probe.Forbidden(Sentence why) -> new Reachability.Misconfigured(why);
                    case Probe.Silent(Sentence why) ->
                            current.isReachable() && !missed
                                    ? current
                                    : new Reachability.Unreachable(why);
                };
        missed = probe instanceof Probe.Silent;
        if (!(probe instanceof Probe.Unread)) {
            unreadSince = Optional.empty();
        }
        return current;
    }

    /** Whether the probe is to be repeated soon, because it decided nothing. */
    boolean isInDoubt() {
        return missed || unreadSince.isPresent();
    }

    private Reachability unread(Optional<Sentence> refusal, Duration now) {
        Duration since = unreadSince.orElse(now);
        unreadSince = Optional.of(since);
        boolean given = now.minus(since).compareTo(READING) < 0;
        return switch (current) {
            case Reachability.Reachable _ when given -> current;
            case Reachability.Untried _ when given && refusal.isEmpty() -> current;
            case Reachability.Unreachable _ when refusal.isEmpty() -> current;
            case Reachability.Reachable _,
                    Reachability.Untried _,
                    Reachability.Unreachable _,
                    Reachability.Misconfigured _ ->
                    new Reachability.Unreachable(
                            refusal.orElse(
                                    new Sentence(
                                            "有应答，但读不到其中的内容",
                                            "it answers, but what stands there cannot be read")));
        };
    }
}
