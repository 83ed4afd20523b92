package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.Testbed;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** A namespace that Jiyun keeps, and tenants who would like to change what is kept there. */
record GuardedNamespace(Testbed testbed) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static GuardedNamespace in(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("guarded")
                .granted("requests.cpu", "2", "pods", "4")
                .forGroup("developers")
                .on("guarded-only")
                .apply();
        testbed.awaitReady("guarded");
        testbed.await(
                testbed.admin()
                        .network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(testbed.name("guarded-only"))
                        .withName("jiyun-default-deny"),
                Objects::nonNull);
        return new GuardedNamespace(testbed);
    }

    /** Has every right RBAC can give on these kinds; only the policy is in the way. */
    KubernetesClient tenantWithEveryRight() {
        giveEveryRight();
        KubernetesClient tenant = as(testbed.name("tenant"));
        awaitPolicy(tenant);
        return tenant;
    }

    KubernetesClient as(String user, String... groups) {
        return new KubernetesClientBuilder()
                .withConfig(
                        new ConfigBuilder(testbed.admin().getConfiguration())
                                .withImpersonateUsername(user)
                                .withImpersonateGroups(groups)
                                .build())
                .build();
    }

    ResourceQuota withHard(String pods) {
        return new ResourceQuotaBuilder(testbed.quota("guarded-only").get())
                .editSpec()
                .addToHard("pods", Quantity.parse(pods))
                .endSpec()
                .build();
    }

    ResourceQuota withoutLabels() {
        return new ResourceQuotaBuilder(testbed.quota("guarded-only").get())
                .editMetadata()
                .withLabels(Map.of())
                .endMetadata()
                .build();
    }

    /** The API server takes a moment to learn of a policy. */
    private void awaitPolicy(KubernetesClient tenant) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                tenant.resource(withHard("100")).dryRun().update();
            } catch (KubernetesClientException refusal) {
                if (String.valueOf(refusal.getMessage()).contains("集云")) {
                    return;
                }
            }
        }
        throw new AssertionError("the policy does not take effect");
    }

    private void giveEveryRight() {
        String name = testbed.name("every-right");
        testbed.admin()
                .resource(
                        new ClusterRoleBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .addNewRule()
                                .withApiGroups("", "networking.k8s.io", "rbac.authorization.k8s.io")
                                .withResources(
                                        "resourcequotas",
                                        "limitranges",
                                        "networkpolicies",
                                        "rolebindings",
                                        "namespaces")
                                .withVerbs("*")
                                .endRule()
                                .build())
                .serverSideApply();
        testbed.admin()
                .resource(
                        new ClusterRoleBindingBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", name)
                                .addNewSubject()
                                .withKind("User")
                                .withApiGroup("rbac.authorization.k8s.io")
                                .withName(testbed.name("tenant"))
                                .endSubject()
                                .build())
                .serverSideApply();
    }
}
