package io.jiyun.operator.simulation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.operator.simulation.SimulatedClient;
import io.jiyun.operator.simulation.SimulatedCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEALTH =
            """
            apiVersion: jiyun.io/v1alpha1
            kind: BureauQuota
            metadata: {name: health}
            spec:
              bureau: {code: "11530000MB0X01", name: 云江省卫生健康委员会}
              grants:
              - {requestId: REQ-1, cloud: provincial, pool: gov-x86, resources: {requests.cpu: "10"}}
              namespaces:
              - {name: health-prod, cloud: provincial, pool: gov-x86}
            """;

    private final SimulatedCloud cloud = SimulatedCloud.start(0);
    private final KubernetesClient client = SimulatedClient.of(cloud);

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    private BureauQuota create(String manifest) {
        return client.resource(Serialization.unmarshal(manifest, BureauQuota.class)).create();
    }

    private void createRaw(String manifest) {
        client.resource(Serialization.unmarshal(manifest, GenericKubernetesResource.class))
                .create();
    }

    @Test
    void theBureauCodeCannotBeChanged() {
        BureauQuota quota = create(HEALTH);
        BureauQuotaSpec spec = quota.getSpec();
        quota.setSpec(
                new BureauQuotaSpec(
                        new BureauQuotaSpec.Bureau("11530000MB0X99", spec.bureau().name()),
                        null,
                        spec.grants(),
                        spec.namespaces(),
                        null,
                        null));

        assertThatThrownBy(() -> client.resource(quota).update())
                .hasMessageContaining("the bureau code identifies who holds the quota");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String nonsense =
                HEALTH.replace("\"11530000MB0X01\"", "\"x\"")
                        .replace("\"10\"", "\"much\"")
                        .replace("name: health-prod", "name: kube-system");

        assertThatThrownBy(() -> createRaw(nonsense))
                .hasMessageContaining("BureauQuota.jiyun.io \"health\" is invalid")
                .hasMessageContaining("spec.bureau.code in body should match")
                .hasMessageContaining("spec.grants[0].resources.requests.cpu")
                .hasMessageContaining("reserved for Kubernetes itself");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> createRaw(HEALTH.replace("code: \"11530000MB0X01\", ", "")))
                .hasMessageContaining("spec.bureau.code: Required value");
    }

    @Test
    void fieldsNobodyDefinedAreDropped() {
        createRaw(HEALTH + "  nonsense: 1\n");

        JsonNode stored =
                JSON.valueToTree(client.resources(BureauQuota.class).withName("health").get());
        assertThat(stored.path("spec").has("nonsense")).isFalse();
    }

    @Test
    void onlyAChangeOfTheSpecIsANewGeneration() {
        BureauQuota created = create(HEALTH);
        created.setStatus(new BureauQuotaStatus(1L, null, null, null, null, null));
        BureauQuota reported = client.resource(created).patchStatus();
        assertThat(reported.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(reported.getStatus().observedGeneration()).isEqualTo(1);

        BureauQuota changed =
                client.resources(BureauQuota.class)
                        .withName("health")
                        .edit(quota -> {
                            BureauQuotaSpec spec = quota.getSpec();
                            quota.setSpec(
                                    new BureauQuotaSpec(
                                            spec.bureau(), null, spec.grants(), null, null, null));
                            quota.setStatus(null);
                            return quota;
                        });
        assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(changed.getStatus()).as("the status is written apart").isNotNull();
    }

    @Test
    void everyRuleOfTheDefinitionsIsKnownToTheSimulation() {
        var definitions = client.apiextensions().v1().customResourceDefinitions().list();

        assertThat(definitions.getItems()).hasSize(3);
        definitions.getItems().stream()
                .<JsonNode>map(definition -> JSON.valueToTree(definition))
                .flatMap(definition -> definition.findValues("x-kubernetes-validations").stream())
                .flatMap(JsonNode::valueStream)
                .map(rule -> rule.path("rule").asText())
                .forEach(rule -> assertThat(KnownRules.isKnown(rule)).as(rule).isTrue());
    }
}
