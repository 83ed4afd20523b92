package io.jiyun.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.JiyunOperator;
import io.jiyun.operator.StartRefused;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final List<String> BROKEN = List.of("health-prod");

    private final List<String> doubts = new CopyOnWriteArrayList<>();

    @TempDir Path data;

    @Test
    void takesNothingBackThatWasReportedBefore() throws StartRefused {
        try (Demo first = new Demo(data)) {
            first.operator.start();
            first.awaitAllSynced();
        }

        try (Demo second = new Demo(data);
                Watch clouds = second.hub.resources(MemberCloud.class).watch(new CloudDoubts());
                Watch quotas = second.hub.resources(BureauQuota.class).watch(new QuotaDoubts())) {
            second.operator.start();
            BROKEN.forEach(second::breakAndAwaitRepair);
            second.awaitAllSynced();
        }
        assertThat(doubts).isEmpty();
    }

    /** The demo's processes in one: the province, the operator on it, and who looks on. */
    private static final class Demo implements AutoCloseable {
        private final SimulatedProvince province;
        private final KubernetesClient hub;
        private final JiyunOperator operator;

        Demo(Path data) {
            province = SimulatedProvince.start(data, null);
            hub = SimulatedClient.of(province.cloud("provincial"));
            operator =
                    new JiyunOperator(
                            Config.fromKubeconfig(province.kubeconfig().toFile()),
                            Optional.empty(),
                            new PrometheusRegistry(),
                            Clock.systemUTC());
        }

        /** Clouds are reported on their own; a quota may be synced before that. */
        void awaitAllSynced() {
            for (MemberCloud cloud : hub.resources(MemberCloud.class).list().getItems()) {
                hub.resource(cloud)
                        .waitUntilCondition(
                                found ->
                                        found != null
                                                && found.getStatus() != null
                                                && Boolean.TRUE.equals(
                                                        found.getStatus().reachable()),
                                30,
                                TimeUnit.SECONDS);
            }
            for (BureauQuota quota : hub.resources(BureauQuota.class).list().getItems()) {
                hub.resource(quota)
                        .waitUntilCondition(
                                found -> found != null && conditions(found).contains("Synced=True"),
                                30,
                                TimeUnit.SECONDS);
            }
        }

        void breakAndAwaitRepair(String namespace) {
            var quota = hub.resourceQuotas().inNamespace(namespace).withName(JiyunApi.QUOTA_NAME);
            quota.delete();
            quota.waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            operator.close();
            hub.close();
            province.close();
        }
    }

    private static String conditions(BureauQuota quota) {
        StringBuilder text = new StringBuilder();
        if (quota.getStatus() != null) {
            quota.getStatus()
                    .conditionsOrEmpty()
                    .forEach(condition ->
                            text.append(condition.getType())
                                    .append('=')
                                    .append(condition.getStatus())
                                    .append(' ')
                                    .append(condition.getReason())
                                    .append(' '));
        }
        return text.toString();
    }

    private abstract class Doubts<T extends CustomResource<?, ?>> implements Watcher<T> {
        abstract boolean isDoubtful(T seen);

        @Override
        public void eventReceived(Action action, T seen) {
            if (action != Action.BOOKMARK && isDoubtful(seen)) {
                doubts.add(seen.getMetadata().getName() + ": " + seen.getStatus());
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            doubts.add("the watch ended early: " + cause);
        }
    }

    private final class CloudDoubts extends Doubts<MemberCloud> {
        @Override
        boolean isDoubtful(MemberCloud seen) {
            return seen.getStatus() == null || !Boolean.TRUE.equals(seen.getStatus().reachable());
        }
    }

    private final class QuotaDoubts extends Doubts<BureauQuota> {
        @Override
        boolean isDoubtful(BureauQuota seen) {
            return seen.getStatus() == null || conditions(seen).contains("CloudUnreachable");
        }
    }
}
