package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.api.v1alpha1.MemberCloudStatus.PoolStatus;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The declared clouds as the hub shows them; has them connected and disconnected. */
public final class MemberClouds implements AutoCloseable {
    private final SharedIndexInformer<MemberCloud> informer;
    private final ExecutorService connecting = Executors.newVirtualThreadPerTaskExecutor();
    private final Clouds clouds;

    public MemberClouds(KubernetesClient hub, Clouds clouds, CloudListener listener) {
        this.clouds = clouds;
        informer =
                hub.resources(MemberCloud.class)
                        .runnableInformer(0)
                        .addEventHandler(new Handler(listener));
        informer.exceptionHandler((started, failure) -> true);
    }

    /** Returns once the declared clouds are known. */
    public void start() {
        informer.start().toCompletableFuture().join();
    }

    public List<MemberCloud> all() {
        return informer.getIndexer().list();
    }

    public boolean isDeclared(String cloud) {
        return informer.getIndexer().getByKey(cloud) != null;
    }

    /** Has a cloud connected as it is declared now, or disconnected where it is not. */
    public void connect(String cloud) {
        clouds.follow(cloud, () -> informer.getIndexer().getByKey(cloud));
    }

    public boolean isRunning() {
        return informer.isRunning();
    }

    @Override
    public void close() {
        informer.stop();
        connecting.shutdownNow();
    }

    private final class Handler implements ResourceEventHandler<MemberCloud> {
        private final CloudListener listener;

        Handler(CloudListener listener) {
            this.listener = listener;
        }

        @Override
        public void onAdd(MemberCloud cloud) {
            changed(cloud);
        }

        @Override
        public void onUpdate(MemberCloud before, MemberCloud after) {
            boolean redeclared = !Objects.equals(before.getSpec(), after.getSpec());
            if (redeclared || !discovered(before).equals(discovered(after))) {
                changed(after);
            }
        }

        @Override
        public void onDelete(MemberCloud cloud, boolean finalStateUnknown) {
            changed(cloud);
        }

        /** Connecting takes a while, and others are not to wait for it. */
        private void changed(MemberCloud cloud) {
            String name = cloud.getMetadata().getName();
            connecting.execute(() -> {
                connect(name);
                listener.cloudChanged(name);
            });
        }

        /** The part of the status that declarations are judged by. */
        private static List<Object> discovered(MemberCloud cloud) {
            MemberCloudStatus status = cloud.getStatus();
            List<PoolStatus> pools =
                    status == null || status.pools() == null ? List.of() : status.pools();
            return pools.stream()
                    .<Object>map(pool -> Objects.requireNonNullElse(pool.capacity(), pool.name()))
                    .toList();
        }
    }
}
