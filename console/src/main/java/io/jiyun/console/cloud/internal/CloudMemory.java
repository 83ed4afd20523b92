package io.jiyun.console.cloud.internal;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.api.v1alpha1.MemberCloudStatus.PoolStatus;
import io.jiyun.console.cloud.KnownClouds;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.cluster.ClusterNews;
import io.jiyun.console.cluster.Documents;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers spec and capacity of each cloud in table {@code cloud}. What changes by the second
 * (use, commitments) is not worth a write and is not remembered.
 */
@Component
class CloudMemory implements KnownClouds {
    private final JdbcClient jdbc;
    private final Cluster cluster;
    private final Clock clock;
    private final Map<String, String> written = new ConcurrentHashMap<>();

    CloudMemory(JdbcClient jdbc, Cluster cluster, Clock clock) {
        this.jdbc = jdbc;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public Collection<MemberCloud> all() {
        if (cluster.isComplete()) {
            return cluster.clouds();
        }
        return jdbc
                .sql("select document from cloud order by name")
                .query(String.class)
                .list()
                .stream()
                .map(document -> Documents.read(document, MemberCloud.class))
                .toList();
    }

    @Override
    public boolean areLive() {
        return cluster.isComplete();
    }

    @EventListener
    void on(ClusterNews news) {
        switch (news) {
            case ClusterNews.CloudSeen(MemberCloud cloud) -> remember(cloud);
            case ClusterNews.CloudGone(String name) -> forget(name);
            case ClusterNews.HealthChanged(var health) -> {
                if (health.reachable()) {
                    forgetAllBut(cluster.clouds());
                }
            }
            case ClusterNews.QuotaSeen _, ClusterNews.QuotaGone _ -> {}
        }
    }

    private void remember(MemberCloud cloud) {
        String name = cloud.getMetadata().getName();
        String document = Documents.write(lasting(cloud));
        if (document.equals(written.get(name))) {
            return;
        }
        int known =
                jdbc.sql("update cloud set document = :document, seen_at = :at where name = :name")
                        .param("document", document)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("name", name)
                        .update();
        if (known == 0) {
            insert(name, document);
        }
        written.put(name, document);
    }

    private void insert(String name, String document) {
        try {
            jdbc.sql(
                            "insert into cloud (name, document, seen_at) values (:name, :document,"
                                    + " :at)")
                    .param("name", name)
                    .param("document", document)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException anotherConsoleWroteIt) {
            // It saw the same cloud at the same moment.
        }
    }

    private void forget(String name) {
        jdbc.sql("delete from cloud where name = :name").param("name", name).update();
        written.remove(name);
    }

    private void forgetAllBut(Collection<MemberCloud> present) {
        var names = present.stream().map(cloud -> cloud.getMetadata().getName()).toList();
        jdbc.sql("select name from cloud").query(String.class).list().stream()
                .filter(name -> !names.contains(name))
                .forEach(this::forget);
    }

    private static MemberCloud lasting(MemberCloud cloud) {
        MemberCloud kept = new MemberCloud();
        kept.setMetadata(
                new ObjectMetaBuilder()
                        .withName(cloud.getMetadata().getName())
                        .withLabels(cloud.getMetadata().getLabels())
                        .build());
        kept.setSpec(cloud.getSpec());
        MemberCloudStatus status = cloud.getStatus();
        if (status != null && status.pools() != null) {
            kept.setStatus(
                    new MemberCloudStatus(
                            null,
                            null,
                            status.version(),
                            null,
                            status.pools().stream()
                                    .map(pool ->
                                            new PoolStatus(
                                                    pool.name(),
                                                    pool.allocatable(),
                                                    pool.capacity(),
                                                    null,
                                                    null))
                                    .toList(),
                            null,
                            null));
        }
        return kept;
    }
}
