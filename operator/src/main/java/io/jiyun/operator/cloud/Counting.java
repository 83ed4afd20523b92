package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a cloud's API servers count who is refused, while somebody is refused without a trace: the
 * policies cost each pod a millisecond or more, so they stand only where they are needed.
 */
final class Counting {
    /** How the policies stand, as far as known. */
    enum State {
        INSTALLED,
        POSSIBLE,
        IMPOSSIBLE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

    /** Who was refused is likely to be refused again; installing takes two seconds. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int AT_ONCE = 8;

    private final String cloud;
    private final KubernetesClient client;
    private final Clock clock;
    private boolean installed;
    private Instant neededAt = Instant.MIN;
    private Instant failedAt = Instant.MIN;

    Counting(String cloud, KubernetesClient client, Clock clock) {
        this.cloud = cloud;
        this.client = client;
        this.clock = clock;
    }

    /** Whether the policies stand, as far as known. */
    boolean isInstalled() {
        return installed;
    }

    private boolean isPossible() {
        return failedAt.isBefore(clock.instant().minus(AGAIN));
    }

    State state() {
        if (installed) {
            return State.INSTALLED;
        }
        return isPossible() ? State.POSSIBLE : State.IMPOSSIBLE;
    }

    /** Finds out whether an operator before this one installed the policies. */
    void look() throws InterruptedException {
        attempt(
                "looked for",
                () -> {
                    HasMetadata last = CountingPolicies.bindings().getLast();
                    installed = client.resource(last).get() != null;
                    neededAt = clock.instant();
                });
    }

    /** Installs the policies where they do not stand. */
    void need() throws InterruptedException {
        neededAt = clock.instant();
        if (!installed && isPossible()) {
            attempt(
                    "installed",
                    () -> {
                        CountingPolicies.anchor().forEach(this::install);
                        AllAtOnce.each(CountingPolicies.policies(), AT_ONCE, this::install);
                        AllAtOnce.each(CountingPolicies.bindings(), AT_ONCE, this::install);
                        installed = true;
                    });
        }
    }

    /** Removes all policies that cost something where they have not been needed for long. */
    void rest() throws InterruptedException {
        rest(KEPT_FOR);
    }

    /** The same where they have not been needed for that long. */
    void rest(Duration unneeded) throws InterruptedException {
        if (installed && isPossible() && !neededAt.plus(unneeded).isAfter(clock.instant())) {
            attempt(
                    "removed",
                    () -> {
                        AllAtOnce.each(CountingPolicies.bindings(), AT_ONCE, this::remove);
                        AllAtOnce.each(CountingPolicies.policies(), AT_ONCE, this::remove);
                        installed = false;
                    });
        }
    }

    private void install(HasMetadata wanted) {
        try {
            client.resource(wanted).create();
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refusal;
            }
            PolicyObject.ensure(client, wanted);
        }
    }

    private void remove(HasMetadata object) {
        client.resource(object).delete();
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private void attempt(String done, Step step) throws InterruptedException {
        try {
            step.take();
            LOG.debug("Policies that count who is refused on {} were {}", cloud, done);
        } catch (KubernetesClientException failure) {
            failedAt = clock.instant();
            LOG.atInfo()
                    .addKeyValue("cloud", cloud)
                    .log(
                            "Policies that count who is refused on {} could not be {}: {}. Bare"
                                    + " pods wait longer there; see docs/operations/install.md",
                            cloud,
                            done,
                            failure.getMessage());
        }
    }
}
