package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.testbed.KubeconfigText;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class MemberCloudTest {
    @BeforeEach
    void anOperator(Testbed testbed) {
        testbed.forgetClouds();
        testbed.startOperator();
    }

    @Test
    void isReachedThroughAKubeconfigInASecret(Testbed testbed) {
        testbed.connectBySecret(
                "island", testbed.plane().operatorKubeconfigAt(testbed.plane().port()));

        MemberCloud connected =
                testbed.await(
                        testbed.memberCloud("island"),
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
        testbed.connectBySecret(
                "trojan",
                KubeconfigText.of(
                        "https://127.0.0.1:1",
                        "insecure-skip-tls-verify: true",
                        "exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/true}"));

        MemberCloud refused =
                testbed.await(
                        testbed.memberCloud("trojan"),
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
            testbed.connectBySecret(
                    "silent",
                    KubeconfigText.of(
                            "https://127.0.0.1:" + silent.getLocalPort(),
                            "insecure-skip-tls-verify: true",
                            "token: none"));
            testbed.await(
                    testbed.memberCloud("silent"),
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
}
