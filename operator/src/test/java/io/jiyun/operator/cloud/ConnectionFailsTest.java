package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.operator.testbed.ChartRights;
import io.jiyun.operator.testbed.KubeconfigText;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way a connection is wrong is told in both languages, in words of its own. */
@OnControlPlane
class ConnectionFailsTest {
    private static final String EXPIRED =
            Base64.getEncoder()
                    .encodeToString(ExpiredCertificate.PEM.getBytes(StandardCharsets.US_ASCII));

    private String server;

    @BeforeEach
    void anOperator(Testbed testbed) {
        testbed.startOperator();
        server = testbed.plane().operatorConfig().getMasterUrl();
    }

    @Test
    void becauseTheSecretIsMissing(Testbed testbed) {
        declare(testbed, "secretless", ChartRights.RELEASE_NAMESPACE, "kubeconfig");

        told(testbed, "secretless", "不存在", "does not exist");
    }

    @Test
    void becauseTheSecretLacksTheKey(Testbed testbed) {
        testbed.connectBySecret("keyless", "anything");
        declare(testbed, "keyless", ChartRights.RELEASE_NAMESPACE, "other");

        told(testbed, "keyless", "没有键 other", "has no key other");
    }

    @Test
    void becauseTheSecretStandsWhereNoneMayBeRead(Testbed testbed) {
        declare(testbed, "astray", "kube-system", "kubeconfig");

        told(testbed, "astray", "无权读取 Secret", "may not read Secret kube-system/");
    }

    @Test
    void becauseItIsNoKubeconfig(Testbed testbed) {
        testbed.connectBySecret("prose", "certainly not");

        told(testbed, "prose", "不是 kubeconfig", "holds no kubeconfig");
    }

    @Test
    void becauseTheTokenIsNotAccepted(Testbed testbed) {
        testbed.connectBySecret(
                "stranger",
                KubeconfigText.of(server, "insecure-skip-tls-verify: true", "token: x"));

        told(testbed, "stranger", "登录凭据无效或已过期", "does not accept the login");
    }

    @Test
    void becauseTheAuthorityIsNotThisClusters(Testbed testbed) {
        testbed.connectBySecret(
                "distrusted",
                KubeconfigText.of(server, "certificate-authority-data: " + EXPIRED, "token: x"));

        told(testbed, "distrusted", "CA 证书与该集群不符", "certificate is not trusted");
    }

    @Test
    void becauseTheClientCertificateHasExpired(Testbed testbed) {
        testbed.connectBySecret(
                "expired",
                KubeconfigText.of(
                        server,
                        "insecure-skip-tls-verify: true",
                        "client-certificate-data: " + EXPIRED + ", client-key-data: " + EXPIRED));

        told(testbed, "expired", "客户端证书已过期", "has expired");
    }

    @Test
    void becauseNobodyListens(Testbed testbed) {
        testbed.connectBySecret(
                "deaf",
                KubeconfigText.of(
                        "https://127.0.0.1:1", "insecure-skip-tls-verify: true", "token: x"));

        told(testbed, "deaf", "拒绝连接", "refuses connections");
    }

    private static void told(Testbed testbed, String plain, String zh, String en) {
        MemberCloud reported =
                testbed.await(
                        testbed.memberCloud(plain),
                        cloud -> violations(cloud).stream().anyMatch(it -> it.zh().contains(zh)));
        assertThat(violations(reported))
                .singleElement()
                .satisfies(violation -> assertThat(violation.en()).contains(en));
        assertThat(reported.getStatus().reachable()).isFalse();
    }

    private static List<SpecViolation> violations(@Nullable MemberCloud cloud) {
        return cloud == null || cloud.getStatus() == null
                ? List.of()
                : Objects.requireNonNullElse(cloud.getStatus().violations(), List.of());
    }

    private static void declare(Testbed testbed, String plain, String namespace, String key) {
        testbed.admin()
                .resource(
                        testbed.memberCloud(
                                testbed.name(plain),
                                CloudConnection.ofSecret(namespace, testbed.name(plain), key)))
                .forceConflicts()
                .serverSideApply();
    }
}
