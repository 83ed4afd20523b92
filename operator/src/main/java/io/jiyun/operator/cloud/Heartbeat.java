package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.cloud.Outlook.Probe;
import java.net.HttpURLConnection;
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
    private static final long PROTECTED_AGAIN = Duration.ofMinutes(1).toNanos();

    private final Cloud cloud;
    private final CloudListener listener;
    private final Semaphore wanted = new Semaphore(0);
    private final Outlook outlook = new Outlook();
    private final Thread thread;
    private Optional<Long> protectedAt = Optional.empty();
    private volatile boolean closed;

    Heartbeat(Cloud cloud, CloudListener listener) {
        this.cloud = cloud;
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
            if (!before.equals(after) || otherwiseProtected) {
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

    /** Installs the policy on a cloud that came, and looks after it; tells whether that is news. */
    private boolean protect(boolean isNew) {
        long now = System.nanoTime();
        boolean due = protectedAt.map(last -> now - last > PROTECTED_AGAIN).orElse(true);
        if (!isNew && !due) {
            return false;
        }
        protectedAt = Optional.of(now);
        Protection.Outcome before = cloud.protection();
        cloud.protection(Protection.ensure(cloud.client()));
        return !before.equals(cloud.protection());
    }

    private Duration pause(Reachability after, Duration before) {
        return switch (after) {
            case Reachability.Reachable _ -> outlook.isInDoubt() ? FIRST_PAUSE : WHILE_REACHABLE;
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
            return new Probe.Answered(version == null ? "unknown" : version);
        } catch (RuntimeException failure) {
            return new Probe.Silent(sentence(failure));
        }
    }

    private Optional<String> refusal() {
        return cloud.kept().stream()
                .flatMap(kept -> kept.failure().stream())
                .filter(Heartbeat::isRefusal)
                .findFirst()
                .map(Heartbeat::sentence);
    }

    /** Anything but a refusal may pass by itself within moments. */
    private static boolean isRefusal(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof KubernetesClientException refusal
                && (refusal.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                        || refusal.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED);
    }

    private static String sentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof KubernetesClientException refusal
                && refusal.getStatus() != null
                && refusal.getStatus().getMessage() != null) {
            return refusal.getStatus().getMessage();
        }
        String text = root.getMessage();
        return text == null || text.isBlank() ? root.getClass().getSimpleName() : text;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
