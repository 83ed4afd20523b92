package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.operator.testbed.ChartRights;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clusters as three kinds of fleet management describe them on the hub. */
@OnControlPlane
class InventoryTest {
    private static final String NAMESPACE = ChartRights.RELEASE_NAMESPACE;

    private String server;
    private String authority;

    @BeforeEach
    void theKindsOfOtherFleets(Testbed testbed) throws IOException {
        Config own = testbed.plane().operatorConfig();
        server = own.getMasterUrl();
        authority =
                Base64.getEncoder()
                        .encodeToString(Files.readAllBytes(Path.of(own.getCaCertFile())));
        define(testbed.admin(), "multicluster.x-k8s.io", "v1alpha1", "ClusterProfile", true);
        define(testbed.admin(), "cluster.karmada.io", "v1alpha1", "Cluster", false);
        define(
                testbed.admin(),
                "cluster.open-cluster-management.io",
                "v1",
                "ManagedCluster",
                false);
        testbed.startOperator();
    }

    @Test
    void aClusterProfileWithTheTokenUnderItsName(Testbed testbed) {
        String name = testbed.name("profile");
        secret(testbed, name, Map.of("token", token(testbed)));
        testbed.admin()
                .load(
                        stream(
                                """
                                apiVersion: multicluster.x-k8s.io/v1alpha1
                                kind: ClusterProfile
                                metadata: {namespace: %s, name: %s}
                                spec: {displayName: member, clusterManager: {name: test}}
                                status:
                                  accessProviders:
                                  - name: secretreader
                                    cluster: {server: "%s", certificate-authority-data: "%s"}
                                """
                                        .formatted(NAMESPACE, name, server, authority)))
                .serverSideApply();

        join(
                testbed,
                "profiled",
                new CloudConnection(
                        null,
                        null,
                        new CloudConnection.ClusterProfile(NAMESPACE, name),
                        null,
                        null));

        testbed.awaitCloudCondition("profiled", "Reachable", "True");
    }

    @Test
    void aClusterOfKarmada(Testbed testbed) {
        String name = testbed.name("karmada");
        byte[] decoded = Base64.getDecoder().decode(authority);
        secret(
                testbed,
                name,
                Map.of(
                        "token",
                        token(testbed),
                        "caBundle",
                        new String(decoded, StandardCharsets.UTF_8)));
        karmada(testbed, name, NAMESPACE);

        join(testbed, "karmada", karmada(name));

        testbed.awaitCloudCondition("karmada", "Reachable", "True");
    }

    @Test
    void aReferenceIntoANamespaceThatIsNotForSecretsIsNotFollowed(Testbed testbed) {
        String name = testbed.name("karmada-thief");
        karmada(testbed, name, "kube-system");

        join(testbed, "thief", karmada(name));

        String told = testbed.awaitCloudCondition("thief", "Reachable", "False").getMessage();
        assertThat(told).contains("may not read Secret kube-system/" + name);
    }

    @Test
    void aManagedClusterWithATokenInItsNamespace(Testbed testbed) {
        secret(testbed, testbed.name("account"), Map.of("token", token(testbed)));
        testbed.admin()
                .load(
                        stream(
                                """
                                apiVersion: cluster.open-cluster-management.io/v1
                                kind: ManagedCluster
                                metadata: {name: %s}
                                spec:
                                  managedClusterClientConfigs:
                                  - {url: "%s", caBundle: "%s"}
                                """
                                        .formatted(NAMESPACE, server, authority)))
                .serverSideApply();

        join(
                testbed,
                "managed",
                new CloudConnection(
                        null,
                        null,
                        null,
                        null,
                        new CloudConnection.ManagedCluster(NAMESPACE, testbed.name("account"))));

        testbed.awaitCloudCondition("managed", "Reachable", "True");
    }

    private void karmada(Testbed testbed, String name, String secretNamespace) {
        testbed.admin()
                .load(
                        stream(
                                """
                                apiVersion: cluster.karmada.io/v1alpha1
                                kind: Cluster
                                metadata: {name: %s}
                                spec:
                                  syncMode: Push
                                  apiEndpoint: "%s"
                                  secretRef: {namespace: %s, name: %s}
                                """
                                        .formatted(name, server, secretNamespace, name)))
                .serverSideApply();
    }

    private static CloudConnection karmada(String name) {
        return new CloudConnection(
                null, null, null, new CloudConnection.KarmadaCluster(name), null);
    }

    private static void join(Testbed testbed, String plain, CloudConnection connection) {
        testbed.forgetClouds();
        testbed.admin()
                .resource(testbed.memberCloud(testbed.name(plain), connection))
                .serverSideApply();
    }

    private static String token(Testbed testbed) {
        return testbed.plane().operatorConfig().getAutoOAuthToken();
    }

    private static void secret(Testbed testbed, String name, Map<String, String> data) {
        testbed.admin()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace(NAMESPACE)
                                .withName(name)
                                .endMetadata()
                                .withStringData(data)
                                .build())
                .serverSideApply();
    }

    private static InputStream stream(String manifest) {
        return new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
    }

    private static void define(
            KubernetesClient client,
            String group,
            String version,
            String kind,
            boolean namespaced) {
        String plural = kind.toLowerCase(Locale.ROOT) + "s";
        CustomResourceDefinition definition =
                new CustomResourceDefinitionBuilder()
                        .withNewMetadata()
                        .withName(plural + "." + group)
                        .addToAnnotations(
                                "api-approved.kubernetes.io", "https://example.org/unapproved")
                        .endMetadata()
                        .withNewSpec()
                        .withGroup(group)
                        .withScope(namespaced ? "Namespaced" : "Cluster")
                        .withNewNames()
                        .withKind(kind)
                        .withPlural(plural)
                        .endNames()
                        .addNewVersion()
                        .withName(version)
                        .withServed(true)
                        .withStorage(true)
                        .withNewSchema()
                        .withNewOpenAPIV3Schema()
                        .withType("object")
                        .withXKubernetesPreserveUnknownFields(true)
                        .endOpenAPIV3Schema()
                        .endSchema()
                        .endVersion()
                        .endSpec()
                        .build();
        client.resource(definition).serverSideApply();
        client.resource(definition)
                .waitUntilCondition(
                        seen ->
                                seen != null
                                        && seen.getStatus() != null
                                        && seen.getStatus().getConditions() != null
                                        && seen.getStatus().getConditions().stream()
                                                .anyMatch(it ->
                                                        it.getType().equals("Established")
                                                                && it.getStatus().equals("True")),
                        60,
                        TimeUnit.SECONDS);
    }
}
