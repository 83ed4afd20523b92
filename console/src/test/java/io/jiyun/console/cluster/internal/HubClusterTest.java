package io.jiyun.console.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.cluster.Cluster.Applied;
import io.jiyun.console.cluster.ClusterHealth;
import io.jiyun.console.cluster.ClusterNews;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationEventPublisher;

/** The connection to the hub through everything that can happen to it. */
class HubClusterTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir private Path folder;

    private final BlockingQueue<ClusterNews> news = new LinkedBlockingQueue<>();
    private HubCluster hub = hub(Path.of("nowhere"));

    @BeforeEach
    void start() {
        hub = hub(folder.resolve("kubeconfig"));
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop();
    }

    @Test
    void aKubeconfigThatDoesNotExistYetIsWaitedFor() throws Exception {
        assertThat(
                        await(health ->
                                health.why() != null
                                        && health.why().en().contains("does not exist")))
                .isNotNull();
        assertThat(hub.quotas()).isEmpty();
        assertThat(hub.apply(quota("health"))).isInstanceOf(Applied.Away.class);

        try (ApiServer server = new ApiServer(0)) {
            ApiServer.writeKubeconfig(folder.resolve("kubeconfig"), server.port());

            assertThat(await(ClusterHealth::reachable).why()).isNull();
            assertThat(hub.isComplete()).isTrue();
        }
    }

    @Test
    void aHubThatGoesAwayIsSaidWithItsReasonAndFoundAgainWhenItReturns() throws Exception {
        int port;
        try (ApiServer server = new ApiServer(0)) {
            port = server.port();
            ApiServer.writeKubeconfig(folder.resolve("kubeconfig"), port);
            await(ClusterHealth::reachable);
        }
        ClusterHealth away = await(health -> !health.reachable());
        assertThat(away.why()).isNotNull();
        assertThat(hub.apply(quota("health"))).isInstanceOf(Applied.Away.class);

        try (ApiServer again = new ApiServer(port)) {
            assertThat(await(ClusterHealth::reachable).since()).isAfterOrEqualTo(away.since());
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void aKubeconfigThatIsRewrittenIsFollowed() throws Exception {
        try (ApiServer first = new ApiServer(0);
                ApiServer second = new ApiServer(0)) {
            ApiServer.writeKubeconfig(folder.resolve("kubeconfig"), first.port());
            await(ClusterHealth::reachable);
            first.hasNoResources();
            await(health -> health.why() != null && health.why().en().contains("jiyun.io"));

            ApiServer.writeKubeconfig(folder.resolve("kubeconfig"), second.port());
            await(ClusterHealth::reachable);
            hub.apply(quota("health"));
            assertThat(second.lastQuery()).isNotEmpty();
        }
    }

    @Test
    void applyingIsAServerSideApplyInTheNameOfTheConsoleAndComesBackAsNews() throws Exception {
        try (ApiServer server = new ApiServer(0)) {
            ApiServer.writeKubeconfig(folder.resolve("kubeconfig"), server.port());
            await(ClusterHealth::reachable);

            assertThat(hub.apply(quota("health"))).isEqualTo(new Applied.Accepted(7));

            assertThat(server.lastType()).startsWith("application/apply-patch+yaml");
            assertThat(server.lastQuery()).contains("fieldManager=jiyun-console", "force=true");
            ClusterNews seen = next(ClusterNews.QuotaSeen.class::isInstance);
            assertThat(seen)
                    .isInstanceOfSatisfying(
                            ClusterNews.QuotaSeen.class,
                            it ->
                                    assertThat(it.quota().getMetadata().getName())
                                            .isEqualTo("health"));
            assertThat(hub.quota("health")).isPresent();
        }
    }

    @Test
    void aSpecTheServerRefusesComesBackWithTheServersSentence() throws Exception {
        try (ApiServer server = new ApiServer(0)) {
            server.refuses();
            ApiServer.writeKubeconfig(folder.resolve("kubeconfig"), server.port());
            await(ClusterHealth::reachable);

            assertThat(hub.apply(quota("health")))
                    .isEqualTo(new Applied.Refused("spec.bureau.code is invalid"));
        }
    }

    private HubCluster hub(Path kubeconfig) {
        ApplicationEventPublisher events =
                event -> {
                    if (event instanceof ClusterNews it) {
                        news.add(it);
                    }
                };
        return new HubCluster(
                new ConsoleProperties(Path.of("."), kubeconfig, null), events, Clock.systemUTC());
    }

    private ClusterHealth await(Predicate<ClusterHealth> wanted) throws InterruptedException {
        ClusterNews found =
                next(it ->
                        it instanceof ClusterNews.HealthChanged(ClusterHealth health)
                                && wanted.test(health));
        return ((ClusterNews.HealthChanged) found).health();
    }

    private ClusterNews next(Predicate<ClusterNews> wanted) throws InterruptedException {
        while (true) {
            ClusterNews found = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(found).as("news within %d s", PATIENCE_SECONDS).isNotNull();
            if (wanted.test(found)) {
                return found;
            }
        }
    }

    private static BureauQuota quota(String name) {
        BureauQuota quota = new BureauQuota();
        quota.setMetadata(new ObjectMetaBuilder().withName(name).build());
        quota.setSpec(
                new BureauQuotaSpec(
                        new BureauQuotaSpec.Bureau("11530000MB0X01", "省卫健委"),
                        null,
                        null,
                        null,
                        null,
                        null));
        return quota;
    }
}
