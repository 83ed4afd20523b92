package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.testbed.ChartRights;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class MemberCloudTest {
    @BeforeEach
    void anOperator(Testbed testbed) {
        testbed.startOperator();
    }

    @Test
    void isReachedThroughAKubeconfigInASecret(Testbed testbed) throws IOException {
        Config own = testbed.plane().operatorConfig();
        connectBySecret(
                testbed,
                "island",
                kubeconfig(
                        own.getMasterUrl(),
                        "certificate-authority-data: "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                Files.readAllBytes(Path.of(own.getCaCertFile()))),
                        "token: " + own.getAutoOAuthToken()));

        MemberCloud connected =
                testbed.await(
                        cloud(testbed, "island"),
                        cloud ->
                                cloud != null
                                        && cloud.getStatus() != null
                                        && Boolean.TRUE.equals(cloud.getStatus().reachable()));

        assertThat(connected.getStatus().version()).startsWith("v1.");
        testbed.bureau("islander")
                .grantedIn(testbed.name("island"), Testbed.POOL, "pods", "3")
                .onExactly(testbed.name("islander-only"), testbed.name("island"))
                .apply();
        testbed.awaitReady("islander");
    }

    @Test
    void whoseKubeconfigWouldRunACommandIsRefused(Testbed testbed) {
        connectBySecret(
                testbed,
                "trojan",
                kubeconfig(
                        "https://127.0.0.1:1",
                        "insecure-skip-tls-verify: true",
                        "exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/true}"));

        MemberCloud refused =
                testbed.await(
                        cloud(testbed, "trojan"),
                        cloud ->
                                cloud != null
                                        && cloud.getStatus() != null
                                        && cloud.getStatus().violations() != null);

        assertThat(refused.getStatus().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.en()).contains("runs a command"));
    }

    @Test
    void thatHangsCostsTheOthersNothing(Testbed testbed) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            connectBySecret(
                    testbed,
                    "silent",
                    kubeconfig(
                            "https://127.0.0.1:" + silent.getLocalPort(),
                            "insecure-skip-tls-verify: true",
                            "token: none"));
            testbed.await(
                    cloud(testbed, "silent"),
                    cloud ->
                            cloud != null
                                    && cloud.getStatus() != null
                                    && Boolean.FALSE.equals(cloud.getStatus().reachable()));
            testbed.declareCloud();
            testbed.bureau("spread")
                    .granted("pods", "3")
                    .grantedIn(testbed.name("silent"), Testbed.POOL, "pods", "3")
                    .on("spread-here")
                    .onExactly(testbed.name("spread-there"), testbed.name("silent"))
                    .apply();

            testbed.awaitCondition("spread", "Synced", "False");
            testbed.await(
                    testbed.quota("spread-here"),
                    quota ->
                            quota != null
                                    && quota.getStatus() != null
                                    && quota.getStatus().getHard() != null
                                    && Quantity.parse("3")
                                            .equals(quota.getStatus().getHard().get("pods")));
        }
    }

    private static Resource<MemberCloud> cloud(Testbed testbed, String plain) {
        return testbed.admin().resources(MemberCloud.class).withName(testbed.name(plain));
    }

    private static void connectBySecret(Testbed testbed, String plain, String kubeconfig) {
        String encoded =
                Base64.getEncoder().encodeToString(kubeconfig.getBytes(StandardCharsets.UTF_8));
        testbed.admin()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace(ChartRights.RELEASE_NAMESPACE)
                                .withName(testbed.name(plain))
                                .endMetadata()
                                .withData(Map.of("kubeconfig", encoded))
                                .build())
                .serverSideApply();
        CloudConnection connection =
                new CloudConnection(
                        null,
                        new CloudConnection.KubeconfigSecret(
                                ChartRights.RELEASE_NAMESPACE, testbed.name(plain), null),
                        null);
        testbed.admin()
                .resource(testbed.memberCloud(testbed.name(plain), connection))
                .serverSideApply();
    }

    private static String kubeconfig(String server, String trust, String login) {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: member, cluster: {server: "%s", %s}}]
        users: [{name: operator, user: {%s}}]
        contexts: [{name: member, context: {cluster: member, user: operator}}]
        current-context: member
        """
                .formatted(server, trust, login);
    }
}
