package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jiyun.api.v1alpha1.JiyunApi;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether a cloud's quota controller works: changes a ResourceQuota in Jiyun's own
 * namespace now and then and looks whether {@code status.hard} follows. A controller that is not
 * asked looks like one that is dead, and what it confirmed once says nothing of today.
 */
public final class QuotaPulse {
    static final String NAME = "jiyun-pulse";

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So that it is watched with those of bureaus; it is nobody's. */
    private static final Map<String, String> LABELS =
            Map.of(JiyunApi.MANAGED_BY_LABEL, JiyunApi.MANAGED_BY);

    /** Limits an empty namespace, so that any amount will do: this one and the next in turn. */
    private static final int AMOUNT = 1000;

    /** Whether the quota controller of a cloud works. */
    public sealed interface Outcome {
        /** It was not asked yet, or could not be. */
        record Unknown() implements Outcome {}

        record Alive() implements Outcome {}

        record Silent(Instant since) implements Outcome {}
    }

    private final WatchCheck watch = new WatchCheck();
    private Optional<Instant> askedAt = Optional.empty();
    private boolean answered = true;
    private Outcome outcome = new Outcome.Unknown();

    /** Takes the pulse; costs nothing between two questions. */
    Outcome take(KubernetesClient cluster, Instant now) {
        try {
            if (!answered) {
                listen(cluster, now);
            }
            if (answered && isDue(now)) {
                ask(cluster, now);
            }
        } catch (KubernetesClientException refusal) {
            boolean overtaken = refusal.getCode() == HttpURLConnection.HTTP_CONFLICT;
            if (!overtaken) {
                outcome = new Outcome.Unknown(); // that the cloud does not answer is told elsewhere
            }
        }
        return outcome;
    }

    /** Whether an answer is awaited, so that it is worth looking again soon. */
    boolean isAwaited() {
        return !answered && outcome instanceof Outcome.Unknown;
    }

    /**
     * Whether the watch of ResourceQuotas has not shown for long what the cloud itself has told.
     */
    boolean isUnseen(Kept<ResourceQuota> quotas, Instant now) {
        return watch.isDead(quotas.find(Claim.NAME, NAME).map(StoredVersion::of), now);
    }

    private boolean isDue(Instant now) {
        return askedAt.map(at -> now.isAfter(at.plus(PAUSE))).orElse(true);
    }

    private void listen(KubernetesClient cluster, Instant now) {
        ResourceQuota standing = pulse(cluster).get();
        Instant since = askedAt.orElse(now);
        if (standing == null) {
            answered = true; // somebody took it away; it is made again
            askedAt = Optional.empty();
        } else if (standing.getStatus() != null
                && standing.getSpec().getHard().equals(standing.getStatus().getHard())) {
            answered = true;
            outcome = new Outcome.Alive();
            watch.changed(StoredVersion.of(standing), now);
        } else if (now.isAfter(since.plus(PATIENCE))) {
            outcome = new Outcome.Silent(since.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private void ask(KubernetesClient cluster, Instant now) {
        ResourceQuota standing = pulse(cluster).get();
        if (standing == null) {
            cluster.resource(
                            new ResourceQuotaBuilder()
                                    .withNewMetadata()
                                    .withNamespace(Claim.NAME)
                                    .withName(NAME)
                                    .withLabels(LABELS)
                                    .endMetadata()
                                    .withNewSpec()
                                    .withHard(amount(AMOUNT))
                                    .endSpec()
                                    .build())
                    .create();
        } else {
            boolean first = amount(AMOUNT).equals(standing.getSpec().getHard());
            ResourceQuota changed = new ResourceQuotaBuilder(standing).build();
            changed.getMetadata().setLabels(LABELS);
            changed.getSpec().setHard(amount(first ? AMOUNT + 1 : AMOUNT));
            cluster.resource(changed).update();
        }
        askedAt = Optional.of(now);
        answered = false;
    }

    private static Resource<ResourceQuota> pulse(KubernetesClient cluster) {
        return cluster.resourceQuotas().inNamespace(Claim.NAME).withName(NAME);
    }

    private static Map<String, Quantity> amount(int amount) {
        return Map.of("count/secrets", new Quantity(Integer.toString(amount)));
    }
}
