package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges one API server by its own account: replays its pods and ResourceQuotas in the order of
 * their versions, from before the first one on, and so knows the exact sum it had admitted at every
 * instant. Uses nothing of the operator and nothing of the library both share.
 */
public final class AdmittedSums implements AutoCloseable {
    private final KubernetesClient client;
    private final Map<String, String> bureaus;
    private final Map<String, Map<String, String>> quotas;
    private final Recording<Pod> pods;
    private final Recording<ResourceQuota> limits;

    /**
     * Begins to judge.
     *
     * @param bureaus by namespace
     * @param quotas by bureau, as the containers of pods name resources, and "pods"
     */
    public AdmittedSums(
            KubernetesClient client,
            Map<String, String> bureaus,
            Map<String, Map<String, String>> quotas) {
        this.client = client;
        this.bureaus = bureaus;
        this.quotas = quotas;
        pods = new Recording<>(client.pods().inAnyNamespace());
        limits = new Recording<>(client.resourceQuotas().inAnyNamespace());
    }

    /** Judges everything that happened before the call. */
    public Verdict judge() {
        var marker = client.resource(Pods.of("default", "1m", "1Mi")).create();
        pods.catchUp(marker);
        client.resource(marker).withGracePeriod(0).delete();
        var limit =
                client.resource(
                                new ResourceQuotaBuilder()
                                        .withNewMetadata()
                                        .withNamespace("default")
                                        .withGenerateName("marker-")
                                        .endMetadata()
                                        .withNewSpec()
                                        .endSpec()
                                        .build())
                        .create();
        limits.catchUp(limit);
        client.resource(limit).delete();

        Replay replay = new Replay(bureaus, quotas);
        List<String> faults = new ArrayList<>(pods.faults());
        faults.addAll(limits.faults());
        faults.forEach(replay::fault);
        replay.run(pods.events(), limits.events());
        return replay.verdict();
    }

    @Override
    public void close() {
        pods.close();
        limits.close();
    }
}
