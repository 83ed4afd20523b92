package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.Pods;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What an admission costs, and what must never use quota up. */
record Admissions(KubernetesClient client, String namespace, MeasuredOperator operator) {
    private static final String PLAIN = "plain-quota-0";
    private static final int ROUNDS = 300;
    private static final int REFUSALS = 100;
    private static final long PATIENCE_SECONDS = 60;

    /** Creates pods in turn beside a plain ResourceQuota and in a namespace of the bureau. */
    void latency(Figures figures, String name) throws Exception {
        if (client.namespaces().withName(PLAIN).get() == null) {
            Workload.makePlainly(client, "plain-quota-", 1);
        }
        client.serviceAccounts()
                .inNamespace(PLAIN)
                .withName("default")
                .waitUntilCondition(Objects::nonNull, PATIENCE_SECONDS, TimeUnit.SECONDS);
        Durations plain = new Durations();
        Durations managed = new Durations();
        int refused = 0;
        long before = operator.writes();
        for (int round = 0; round < ROUNDS; round++) {
            refused += churn(PLAIN, plain) ? 0 : 1;
            refused += churn(namespace, managed) ? 0 : 1;
        }
        plain.addTo(figures, name + "_create_plain_quota");
        managed.addTo(figures, name + "_create_jiyun");
        figures.add(name + "_churn_creates", ROUNDS);
        figures.add(name + "_churn_refused", refused);
        figures.add(
                name + "_writes_per_admission", (operator.writes() - before) / (double) ROUNDS);
    }

    private boolean churn(String where, Durations durations) {
        long start = System.nanoTime();
        try {
            var made = client.resource(Pods.of(where, "50m", "64Mi")).create();
            durations.since(start);
            client.resource(made).withGracePeriod(0).delete();
            return true;
        } catch (KubernetesClientException refusal) {
            if (!QuotaClient.isQuota(refusal)) {
                throw refusal;
            }
            return false;
        }
    }

    /** Another quota refuses: the bureau's must not be charged. */
    void refusedElsewhere(Figures figures, String name) {
        ResourceQuota strict =
                client.resource(
                                new ResourceQuotaBuilder()
                                        .withNewMetadata()
                                        .withNamespace(namespace)
                                        .withName("strict")
                                        .endMetadata()
                                        .withNewSpec()
                                        .withHard(Map.of("count/pods", new Quantity("0")))
                                        .endSpec()
                                        .build())
                        .create();
        client.resource(strict)
                .waitUntilCondition(
                        quota ->
                                quota != null
                                        && quota.getStatus() != null
                                        && quota.getStatus().getHard() != null,
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        int refused = 0;
        for (int attempt = 0; attempt < REFUSALS; attempt++) {
            refused += churn(namespace, new Durations()) ? 0 : 1;
        }
        client.resource(strict).delete();
        long start = System.nanoTime();
        Durations again = new Durations();
        QuotaClient waiting = new QuotaClient();
        try {
            var made =
                    waiting.ask(
                            () -> client.resource(Pods.of(namespace, "50m", "64Mi")).create());
            if (made != null) {
                again.since(start);
                client.resource(made).withGracePeriod(0).delete();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        figures.add(name + "_refused_by_another_quota", refused);
        figures.add(name + "_locked_out_afterwards_ms", again.longest());
    }
}
