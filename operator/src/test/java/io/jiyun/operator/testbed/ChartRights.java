package io.jiyun.operator.testbed;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The rights the chart gives the operator, bound to the testbed's user. */
public final class ChartRights {
    public static final String RELEASE_NAMESPACE = "jiyun-system";
    static final Path CHART = Path.of("../helm/jiyun");

    private static final Set<String> KINDS =
            Set.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");

    static void apply(KubernetesClient admin) {
        admin.resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(RELEASE_NAMESPACE)
                                .endMetadata()
                                .build())
                .serverSideApply();
        rendered(admin).stream()
                .filter(object -> KINDS.contains(object.getKind()))
                .forEach(object -> admin.resource(object).serverSideApply());
    }

    private static List<HasMetadata> rendered(KubernetesClient admin) {
        String manifests =
                new Helm(CHART)
                        .template()
                        .withName("jiyun")
                        .withNamespace(RELEASE_NAMESPACE)
                        .withKubeVersion("1.36.0")
                        .set("operator.user", "jiyun-operator")
                        .set("operator.kubeconfigNamespaces[0]", RELEASE_NAMESPACE)
                        .call();
        return admin.load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                .items();
    }

    private ChartRights() {}
}
