package io.jiyun.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Path CHART = Path.of("../helm/jiyun");

    @Test
    void passesTheLinterWithoutComplaint() {
        LintResult result = new Helm(CHART).lint().strict().quiet().call();

        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @Test
    void givesNoWildcardAndNoSecretToTheWholeCluster() {
        assertThat(clusterRoles())
                .hasSize(2)
                .flatExtracting(ClusterRole::getRules)
                .allSatisfy(rule -> {
                    assertThat(rule.getApiGroups()).doesNotContain("*");
                    assertThat(rule.getResources()).doesNotContain("*", "secrets", "pods");
                    assertThat(rule.getVerbs()).doesNotContain("*", "escalate");
                });
    }

    @Test
    void letsTheOperatorHandOutEditAndNothingElse() {
        List<PolicyRule> binding =
                clusterRoles().stream()
                        .flatMap(role -> role.getRules().stream())
                        .filter(rule -> rule.getVerbs().contains("bind"))
                        .toList();

        assertThat(binding)
                .singleElement()
                .satisfies(rule -> assertThat(rule.getResourceNames()).containsExactly("edit"));
    }

    @Test
    void letsTheConsoleTouchJiyunsOwnResourcesOnly() {
        ClusterRole console =
                clusterRoles().stream()
                        .filter(role -> role.getMetadata().getName().equals("jiyun-console"))
                        .findFirst()
                        .orElseThrow();

        assertThat(console.getRules())
                .allSatisfy(rule -> assertThat(rule.getApiGroups()).containsExactly("jiyun.io"));
    }

    @Test
    void rendersEveryOption() {
        String all =
                template()
                        .set("monitoring.enabled", "true")
                        .set("operator.kubeconfigNamespaces[0]", "clouds")
                        .set("console.database.url", "jdbc:postgresql://db/jiyun")
                        .set("console.database.secret", "db")
                        .call();

        assertThat(all).contains("kind: PodMonitor", "kind: PrometheusRule", "namespace: clouds");
    }

    @Test
    void receivesAuditStreamsOnlyWhereAskedToAndWithACertificateOnly() {
        String audited =
                template().set("audit.enabled", "true").set("audit.tlsSecret", "audit-tls").call();

        assertThat(audited)
                .contains("name: jiyun-operator-audit", "--audit-tls-directory, /audit-tls")
                .contains("secretName: \"audit-tls\"");
        assertThat(template().call()).doesNotContain("audit");
        assertThatThrownBy(() -> template().set("audit.enabled", "true").call())
                .hasMessageContaining("tlsSecret");
    }

    @Test
    void refusesValuesItDoesNotKnow() {
        assertThatThrownBy(() -> template().set("operator.prot", "1").call())
                .hasMessageContaining("prot");
    }

    private static TemplateCommand template() {
        return new Helm(CHART).template().withName("jiyun").withKubeVersion("1.36.0");
    }

    private static List<ClusterRole> clusterRoles() {
        KubernetesSerialization reader = new KubernetesSerialization();
        return Arrays.stream(template().call().split("(?m)^---\\s*$", -1))
                .filter(manifest -> manifest.contains("kind: ClusterRole\n"))
                .map(manifest -> reader.unmarshal(manifest, ClusterRole.class))
                .toList();
    }
}
