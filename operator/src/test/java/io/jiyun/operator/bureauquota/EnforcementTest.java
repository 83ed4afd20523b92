package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.operator.cloud.ApiCalls;
import io.jiyun.operator.cloud.ClientFactory;
import io.jiyun.operator.cloud.CloudListener;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.Whose;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnforcementTest {
    private static final Slice SLICE =
            new Slice(
                    new PoolKey("island", "gov-x86"),
                    "health-prod",
                    null,
                    Resources.none(),
                    Resources.none(),
                    Resources.none(),
                    Resources.none(),
                    Standing.UNKNOWN,
                    null,
                    null);

    private final ClientFactory clients = new ClientFactory(new ApiCalls(new PrometheusRegistry()));
    private final KubernetesClient hub = clients.connect("hub", Config.empty());
    private final Clouds clouds = new Clouds(hub, clients, new Deaf());
    private final Enforcement enforcement = new Enforcement(clouds, new Fences());

    @AfterEach
    void close() {
        enforcement.close();
        clouds.close();
        hub.close();
    }

    @Test
    void aCloudThatIsAwayLeavesItsNamespacesUnknown() {
        assertThat(enforcement.holdNamespaces(new BureauQuota(), List.of(SLICE)).slices())
                .containsExactly(SLICE);
    }

    @Test
    void aRoundThatIsInterruptedComesToNoResult() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> enforcement.holdNamespaces(new BureauQuota(), List.of(SLICE)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aRoundThatTheStopOvertakesComesToNoResult() {
        enforcement.close();

        assertThatThrownBy(() -> enforcement.holdNamespaces(new BureauQuota(), List.of(SLICE)))
                .isInstanceOf(CancellationException.class);
    }

    private static final class Deaf implements CloudListener {
        @Override
        public void bureauChanged(String bureauQuota) {}

        @Override
        public void cloudChanged(String cloud) {}

        @Override
        public void refusedWithoutTrace(String cloud, Whose whose) {}
    }
}
