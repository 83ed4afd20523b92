package io.jiyun.operator.cloud;

import io.jiyun.operator.cloud.Outlook.Probe;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one cloud again and again whether it answers, on a thread of its own. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration WHILE_REACHABLE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long LOOKED_AFTER = Duration.ofMinutes(1).toNanos();

    private final Cloud cloud;
    private final CloudListener listener;
    private final Semaphore wanted = new Semaphore(0);
    private final Outlook outlook = new Outlook();
    private final Thread thread;
    private final Claim claim;
    private final Runnable reconnect;
    private final QuotaPulse pulse = new QuotaPulse();
    private StreamState stream = StreamState.ABSENT;
    private final Clock clock = Clock.systemUTC();
    private Optional<Long> claimedAt = Optional.empty();
    private Optional<Long> protectedAt = Optional.empty();
    private volatile boolean closed;

    /**
     * @param reconnect called once where the cloud answers and its watches are dead
     */
    Heartbeat(Cloud cloud, Claim claim, CloudListener listener, Runnable reconnect) {
        this.reconnect = reconnect;
        this.cloud = cloud;
        this.claim = claim;
        this.listener = listener;
        thread = Thread.ofVirtual().name("heartbeat-" + cloud.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Has the cloud asked now instead of at the end of the pause. */
    void askNow() {
        wanted.release();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            Reachability before = cloud.reachability();
            Probe probe = probe();
            if (closed) {
                return; // a call that was broken off says nothing of the cloud
            }
            Reachability after = outlook.after(probe, Duration.ofNanos(System.nanoTime()));
            cloud.reachability(after);
            boolean otherwiseProtected = after.isReachable() && protect(!before.equals(after));
            boolean otherPulse = after.isReachable() && feelPulse();
            boolean otherStream = listenForStream();
            if (after.isReachable() && isBlind()) {
                LOG.atWarn()
                        .addKeyValue("cloud", cloud.name())
                        .log(
                                "Cloud {} answers, but its watches are silent; connecting anew",
                                cloud.name());
                reconnect.run();
                return;
            }
            if (!before.equals(after) || otherwiseProtected || otherPulse || otherStream) {
                LOG.atInfo()
                        .addKeyValue("cloud", cloud.name())
                        .log("Cloud {} is now {}", cloud.name(), after);
                listener.cloudChanged(cloud.name());
            }
            pause = pause(after, pause);
            try {
                boolean _ = wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** Whether some watch shows nothing of what is known to have changed. */
    private boolean isBlind() {
        return pulse.isUnseen(cloud.quotas(), clock.instant())
                || cloud.kept().stream().anyMatch(Kept::isBlind);
    }

    /** Installs the policy on a cloud that came, and looks after it; tells whether that is news. */
    private boolean protect(boolean isNew) {
        if (!isNew && !isDue(protectedAt)) {
            return false;
        }
        protectedAt = Optional.of(System.nanoTime());
        Protection.Outcome before = cloud.protection();
        cloud.protection(Protection.ensure(cloud.client()));
        return !before.equals(cloud.protection());
    }

    /** Whether the quota controller works; tells whether that is news. */
    private boolean feelPulse() {
        QuotaPulse.Outcome before = cloud.quotaController();
        cloud.quotaController(pulse.take(cloud.client(), clock.instant()));
        return !before.equals(cloud.quotaController());
    }

    /** Whether the audit stream is heard; tells whether that is news. */
    private boolean listenForStream() {
        StreamState before = stream;
        stream = cloud.auditStream();
        return stream != before;
    }

    private static boolean isDue(Optional<Long> last) {
        return last.map(at -> System.nanoTime() - at > LOOKED_AFTER).orElse(true);
    }

    private Duration pause(Reachability after, Duration before) {
        return switch (after) {
            case Reachability.Reachable _ ->
                    outlook.isInDoubt() || pulse.isAwaited() ? FIRST_PAUSE : WHILE_REACHABLE;
            case Reachability.Untried _ -> FIRST_PAUSE;
            case Reachability.Unreachable _, Reachability.Misconfigured _ -> {
                Duration doubled = before.multipliedBy(2);
                yield doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            }
        };
    }

    private Probe probe() {
        try {
            String version = cloud.client().getKubernetesVersion().getGitVersion();
            if (!cloud.isKnown()) {
                return new Probe.Unread(refusal());
            }
            cloud.kept().forEach(Kept::forgetFailure);
            if (isDue(claimedAt)) {
                Optional<Sentence> holder = claim.take(cloud.client());
                if (holder.isPresent()) {
                    return new Probe.Forbidden(holder.get());
                }
                claimedAt = Optional.of(System.nanoTime());
            }
            return new Probe.Answered(version == null ? "unknown" : version);
        } catch (RuntimeException failure) {
            return new Probe.Silent(FailedCall.sentence(failure));
        }
    }

    private Optional<Sentence> refusal() {
        return cloud.kept().stream()
                .flatMap(kept -> kept.failure().stream())
                .filter(FailedCall::isRefusal)
                .findFirst()
                .map(FailedCall::sentence);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
