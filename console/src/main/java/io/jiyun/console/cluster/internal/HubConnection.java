package io.jiyun.console.cluster.internal;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.console.cluster.Cluster.Applied;
import io.jiyun.console.cluster.ClusterNews;
import java.net.HttpURLConnection;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;

/** One client with its two informers, for as long as the kubeconfig stays the same. */
class HubConnection implements AutoCloseable {
    private static final String FIELD_MANAGER = "jiyun-console";
    private static final int UNPROCESSABLE = 422;

    private final KubernetesClient client;
    private final SharedIndexInformer<BureauQuota> quotas;
    private final SharedIndexInformer<MemberCloud> clouds;

    /** State of the hub at a probe that was answered. */
    enum Probe {
        READY,
        WITHOUT_RESOURCES,
        CATCHING_UP
    }

    HubConnection(Config config, ApplicationEventPublisher events) {
        client =
                new KubernetesClientBuilder()
                        .withConfig(config)
                        .withHttpClientFactory(new JdkHttpClientFactory())
                        .build();
        quotas =
                informer(
                        BureauQuota.class,
                        new Publisher<>(
                                events, ClusterNews.QuotaSeen::new, ClusterNews.QuotaGone::new));
        clouds =
                informer(
                        MemberCloud.class,
                        new Publisher<>(
                                events, ClusterNews.CloudSeen::new, ClusterNews.CloudGone::new));
    }

    private <T extends HasMetadata> SharedIndexInformer<T> informer(
            Class<T> kind, ResourceEventHandler<T> handler) {
        SharedIndexInformer<T> informer =
                client.resources(kind)
                        .runnableInformer(0)
                        .addEventHandler(handler)
                        // Never give up: an absent cluster or a missing CRD may come.
                        .exceptionHandler((started, failure) -> true);
        var _ = informer.start();
        return informer;
    }

    Collection<BureauQuota> quotas() {
        return quotas.getStore().list();
    }

    Optional<BureauQuota> quota(String name) {
        return Optional.ofNullable(quotas.getStore().getByKey(name));
    }

    Collection<MemberCloud> clouds() {
        return clouds.getStore().list();
    }

    String address() {
        return String.valueOf(client.getMasterUrl());
    }

    boolean isSynced() {
        return quotas.hasSynced() && clouds.hasSynced();
    }

    Probe probe() {
        if (client.raw("/apis/" + JiyunApi.GROUP + "/" + JiyunApi.VERSION) == null) {
            return Probe.WITHOUT_RESOURCES;
        }
        return isSynced() ? Probe.READY : Probe.CATCHING_UP;
    }

    Applied apply(BureauQuota desired) {
        try {
            BureauQuota applied =
                    client.resource(desired)
                            .patch(
                                    new PatchContext.Builder()
                                            .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                            .withFieldManager(FIELD_MANAGER)
                                            .withForce(true)
                                            .build());
            Long generation = applied.getMetadata().getGeneration();
            return new Applied.Accepted(generation == null ? 0 : generation);
        } catch (KubernetesClientException e) {
            boolean forGood =
                    e.getCode() == UNPROCESSABLE
                            || e.getCode() == HttpURLConnection.HTTP_BAD_REQUEST;
            String sentence = ApiFailure.sentence(e);
            return forGood ? new Applied.Refused(sentence) : new Applied.Away(sentence);
        }
    }

    @Override
    public void close() {
        quotas.stop();
        clouds.stop();
        client.close();
    }

    private record Publisher<T extends HasMetadata>(
            ApplicationEventPublisher events,
            Function<T, ClusterNews> seen,
            Function<String, ClusterNews> gone)
            implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T resource) {
            events.publishEvent(seen.apply(resource));
        }

        @Override
        public void onUpdate(T before, T resource) {
            events.publishEvent(seen.apply(resource));
        }

        @Override
        public void onDelete(T resource, boolean finalStateUnknown) {
            events.publishEvent(gone.apply(resource.getMetadata().getName()));
        }
    }
}
