package io.jiyun.operator.bench;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Bureau;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Bureaus with namespaces: as declarations, and as the objects a plain client makes of them. */
final class Workload {
    static final String CLOUD = "provincial";
    private static final String POOL = "gov-x86";
    private static final int AT_ONCE = 32;

    static MemberCloud cloud() {
        return cloud(CloudConnection.ofHub());
    }

    static MemberCloud cloud(CloudConnection connection) {
        MemberCloud cloud = new MemberCloud();
        cloud.getMetadata().setName(CLOUD);
        PoolSpec pool =
                new PoolSpec(
                        POOL,
                        NetworkZone.GOVERNMENT,
                        "amd64",
                        null,
                        null,
                        Map.of("cpu", new Quantity("1000000"), "memory", new Quantity("4Pi")));
        cloud.setSpec(
                new MemberCloudSpec(
                        null,
                        CloudRole.PROVINCIAL,
                        null,
                        null,
                        connection,
                        List.of(pool)));
        return cloud;
    }

    static void declare(KubernetesClient client, String prefix, int quotas, int namespaces)
            throws InterruptedException {
        List<Runnable> work = new ArrayList<>();
        for (int index = 0; index < quotas; index++) {
            BureauQuota quota = bureau(prefix, index, namespaces, amounts());
            work.add(() -> client.resource(quota).create());
        }
        all(work);
    }

    static BureauQuota bureau(
            String prefix, int index, int namespaces, Map<String, Quantity> amounts) {
        BureauQuota quota = new BureauQuota();
        quota.getMetadata().setName(prefix + index);
        List<BureauNamespace> declared = new ArrayList<>();
        for (int number = 0; number < namespaces; number++) {
            declared.add(
                    new BureauNamespace(
                            prefix + index + "-" + number, CLOUD, POOL, null, null, null, null));
        }
        Grant grant = new Grant("REQ-" + index, CLOUD, POOL, amounts, null, null);
        quota.setSpec(
                new BureauQuotaSpec(
                        new Bureau("CODE" + index, "单位" + index),
                        null,
                        List.of(grant),
                        declared,
                        null,
                        null));
        return quota;
    }

    /** The same namespaces and quotas as the operator has to make, and nothing besides. */
    static void makePlainly(KubernetesClient client, String prefix, int count)
            throws InterruptedException {
        List<Runnable> work = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String name = prefix + index;
            work.add(() -> makePlainly(client, name));
        }
        all(work);
    }

    private static void makePlainly(KubernetesClient client, String name) {
        Namespace namespace =
                new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
        client.resource(namespace).create();
        client.resource(
                        new ResourceQuotaBuilder()
                                .withNewMetadata()
                                .withNamespace(name)
                                .withName("plain")
                                .endMetadata()
                                .withNewSpec()
                                .withHard(amounts())
                                .endSpec()
                                .build())
                .create();
    }

    private static Map<String, Quantity> amounts() {
        return Map.of(
                "requests.cpu", new Quantity("10"),
                "requests.memory", new Quantity("40Gi"),
                "pods", new Quantity("200"));
    }

    private static void all(List<Runnable> work) throws InterruptedException {
        Semaphore slots = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable task : work) {
                slots.acquire();
                running.add(
                        threads.submit(
                                () -> {
                                    try {
                                        task.run();
                                    } finally {
                                        slots.release();
                                    }
                                }));
            }
            for (Future<?> task : running) {
                task.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Workload() {}
}
