package io.jiyun.operator.simulation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.jiyun.operator.simulation.SimulatedClient;
import io.jiyun.operator.simulation.SimulatedCloud;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private final SimulatedCloud cloud = SimulatedCloud.start(0);
    private final KubernetesClient client = SimulatedClient.of(cloud);

    @BeforeEach
    void createNamespace() {
        SimulatedClient.createNamespace(client, "team");
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    private static ConfigMap configMap(String name, Map<String, String> labels) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("team")
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .addToData("text", "云江省")
                .build();
    }

    @Test
    void aWriteMadeFromAnOlderStateIsRefused() {
        ConfigMap first = client.resource(configMap("a", Map.of())).create();
        client.resource(new ConfigMapBuilder(first).addToData("more", "1").build()).update();

        assertThatThrownBy(() ->
                        client.resource(new ConfigMapBuilder(first).addToData("more", "2").build())
                                .update())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(409));
    }

    @Test
    void aWriteThatChangesNothingIsNoNewVersion() {
        ConfigMap first = client.resource(configMap("a", Map.of("x", "y"))).create();

        ConfigMap again = client.resource(new ConfigMapBuilder(first).build()).update();

        assertThat(again.getMetadata().getResourceVersion())
                .isEqualTo(first.getMetadata().getResourceVersion());
    }

    @Test
    void applyCreatesAndThenChanges() {
        PatchContext apply =
                new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("jiyun")
                        .withForce(true)
                        .build();
        client.resource(configMap("applied", Map.of("x", "1"))).patch(apply);
        ConfigMap changed = client.resource(configMap("applied", Map.of("x", "2"))).patch(apply);

        assertThat(changed.getMetadata().getLabels()).containsEntry("x", "2");
        assertThat(changed.getMetadata().getManagedFields())
                .extracting(entry -> entry.getManager())
                .containsExactly("jiyun");
    }

    @Test
    void applyFromAnOlderStateIsRefused() {
        ConfigMap first = client.resource(configMap("a", Map.of())).create();
        client.resource(new ConfigMapBuilder(first).addToData("more", "1").build()).update();
        ConfigMap stale = configMap("a", Map.of());
        stale.getMetadata().setResourceVersion(first.getMetadata().getResourceVersion());

        assertThatThrownBy(() -> client.resource(stale).serverSideApply())
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void listsAndWatchesKeepToTheSelector() throws InterruptedException {
        client.resource(configMap("in", Map.of("tier", "gold"))).create();
        client.resource(configMap("out", Map.of("tier", "lead"))).create();
        var selector =
                new LabelSelectorBuilder()
                        .addNewMatchExpression()
                        .withKey("tier")
                        .withOperator("In")
                        .withValues("gold", "silver")
                        .endMatchExpression()
                        .build();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        var selected = client.configMaps().inNamespace("team").withLabelSelector(selector);

        assertThat(selected.list().getItems()).hasSize(1);
        try (var informer = selected.inform(new Names(seen))) {
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("+in 云江省");
            client.resource(configMap("late", Map.of("tier", "silver"))).create();
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("+late 云江省");
            client.resource(configMap("in", Map.of("tier", "lead"))).update();
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("-in");
        }
    }

    private record Names(BlockingQueue<String> seen) implements ResourceEventHandler<ConfigMap> {
        @Override
        public void onAdd(ConfigMap added) {
            seen.add("+" + added.getMetadata().getName() + " " + added.getData().get("text"));
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap after) {
            seen.add("~" + after.getMetadata().getName());
        }

        @Override
        public void onDelete(ConfigMap deleted, boolean unknown) {
            seen.add("-" + deleted.getMetadata().getName());
        }
    }

    @Test
    void aNamespaceGoesWithAllThatIsInIt() {
        client.resource(configMap("a", Map.of())).create();

        client.namespaces().withName("team").delete();
        client.namespaces()
                .withName("team")
                .waitUntilCondition(found -> found == null, 10, TimeUnit.SECONDS);

        assertThat(client.configMaps().inNamespace("team").list().getItems()).isEmpty();
        assertThatThrownBy(() -> client.resource(configMap("b", Map.of())).create())
                .hasMessageContaining("namespaces \"team\" not found");
    }

    @Test
    void anObjectWithAFinalizerIsOnlyMarkedUntilTheFinalizerGoes() {
        ConfigMap held = configMap("held", Map.of());
        held.getMetadata().setFinalizers(List.of("jiyun.io/test"));
        client.resource(held).create();

        client.resource(held).delete();
        assertThat(client.resource(held).get().isMarkedForDeletion()).isTrue();

        client.resource(held)
                .edit(found ->
                        new ConfigMapBuilder(found)
                                .editMetadata()
                                .withFinalizers(List.of())
                                .endMetadata()
                                .build());
        assertThat(client.resource(held).get()).isNull();
    }

    @Test
    void clientsFindOutWhatThereIs() {
        assertThat(client.getKubernetesVersion().getGitVersion()).contains("simulation");
        assertThat(client.hasApiGroup("jiyun.io", true)).isTrue();
        assertThat(client.hasApiGroup("route.openshift.io", true)).isFalse();
    }
}
