package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnControlPlane
class AuditTokenTest {
    private static final String TOKEN = "0123456789abcdef";

    @Test
    void isKeptBesideTheKubeconfigOrWhereTheConnectionSays(Testbed testbed) {
        AuditToken beside =
                token(
                        testbed,
                        Map.of("kubeconfig", "…", "audit-token", TOKEN + "\n"),
                        CloudConnection.ofSecret("default", testbed.name("kept"), "kubeconfig"));
        assertThat(beside.problem(TOKEN)).isEmpty();
        AuditToken apart =
                token(
                        testbed,
                        Map.of("other", TOKEN),
                        new CloudConnection(
                                new CloudConnection.InCluster(),
                                null,
                                null,
                                null,
                                null,
                                new CloudConnection.AuditTokenSecret(
                                        "default", testbed.name("kept"), "other")));

        assertThat(beside.problem(TOKEN)).isEmpty();
        assertThat(beside.problem(TOKEN + "0")).get().asString().contains("not its token");
        assertThat(beside.problem("")).isPresent();
        assertThat(apart.problem(TOKEN)).isEmpty();
    }

    @Test
    void whereThereIsNoneOrATooShortOneNothingIsIt(Testbed testbed) {
        CloudConnection connection =
                CloudConnection.ofSecret("default", testbed.name("kept"), "kubeconfig");

        assertThat(token(testbed, Map.of("kubeconfig", "…"), connection).problem(""))
                .get()
                .asString()
                .contains("has no key audit-token");
        assertThat(token(testbed, Map.of("audit-token", "short"), connection).problem("short"))
                .get()
                .asString()
                .contains("shorter than 16");
        assertThat(new AuditToken(testbed.admin(), CloudConnection.ofHub()).problem(""))
                .get()
                .asString()
                .contains("no Secret is declared");
    }

    private static AuditToken token(
            Testbed testbed, Map<String, String> texts, CloudConnection connection) {
        testbed.admin().secrets().inNamespace("default").withName(testbed.name("kept")).delete();
        testbed.admin()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace("default")
                                .withName(testbed.name("kept"))
                                .endMetadata()
                                .withStringData(texts)
                                .build())
                .create();
        return new AuditToken(testbed.admin(), connection);
    }
}
