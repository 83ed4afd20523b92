package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.operator.simulation.SimulatedCloud;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconnectTest {
    private static final String NAME = "provincial";

    private final SimulatedCloud server = SimulatedCloud.start(0);
    private final ClientFactory clients = new ClientFactory(new ApiCalls(new PrometheusRegistry()));
    private final KubernetesClient hub =
            clients.connect("hub", Config.fromKubeconfig(server.kubeconfig()));
    private final BlockingQueue<String> changed = new LinkedBlockingQueue<>();
    private final Clouds clouds = new Clouds(hub, clients, new Noting());

    @AfterEach
    void close() {
        clouds.close();
        hub.close();
        server.close();
    }

    @Test
    void aCloudWhoseWatchesAreDeadIsConnectedAnewAndOnlyOnce() throws InterruptedException {
        clouds.follow(NAME, ReconnectTest::memberCloud);
        Cloud dead = awaitReachable();

        clouds.reconnect(NAME, dead);
        Cloud anew = awaitReachable();
        assertThat(anew).isNotSameAs(dead);
        assertThat(anew.isKnown()).isTrue();

        clouds.reconnect(NAME, dead);
        assertThat(clouds.find(NAME)).contains(anew);
    }

    @Test
    void aReportOfADeclarationThatIsGoneConnectsNothing() throws InterruptedException {
        clouds.follow(NAME, ReconnectTest::memberCloud);
        Cloud connected = awaitReachable();

        clouds.follow(NAME, () -> null);
        assertThat(clouds.find(NAME)).isEmpty();
        clouds.reconnect(NAME, connected);
        clouds.follow(NAME, () -> null);
        assertThat(clouds.find(NAME)).isEmpty();
    }

    @Test
    void nothingIsConnectedOnceAllHaveBeenClosed() {
        clouds.close();
        clouds.follow(NAME, ReconnectTest::memberCloud);
        assertThat(clouds.find(NAME)).isEmpty();
    }

    private Cloud awaitReachable() throws InterruptedException {
        while (clouds.reachable(NAME).isEmpty()) {
            assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo(NAME);
        }
        return clouds.reachable(NAME).orElseThrow();
    }

    private static MemberCloud memberCloud() {
        MemberCloud cloud = new MemberCloud();
        cloud.getMetadata().setName(NAME);
        cloud.setSpec(
                new MemberCloudSpec(
                        null,
                        CloudRole.PROVINCIAL,
                        null,
                        null,
                        CloudConnection.ofHub(),
                        List.of()));
        return cloud;
    }

    /** Notes which clouds changed. */
    private final class Noting implements CloudListener {
        @Override
        public void bureauChanged(String bureauQuota) {}

        @Override
        public void cloudChanged(String cloud) {
            changed.add(cloud);
        }

        @Override
        public void refusedWithoutTrace(String cloud, Whose whose) {}
    }
}
