package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class ProtectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private KubernetesClient tenant;

    /** The tenant has every right RBAC can give on these kinds; only the policy is in the way. */
    @BeforeEach
    void aTenantWithEveryRight(Testbed testbed) {
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
        giveEveryRight(testbed);
        tenant = as(testbed, testbed.name("tenant"));
        awaitPolicy(testbed);
    }

    @AfterEach
    void theTenantLeaves() {
        tenant.close();
    }

    @Test
    void keepsEverybodyElseFromChangingQuotaAndGuardrails(Testbed testbed) {
        String namespace = testbed.name("guarded-only");

        refused(() -> tenant.resource(withHard(testbed, "100")).update());
        refused(() -> tenant.resource(withoutLabels(testbed)).update());
        refused(() -> tenant.resourceQuotas().inNamespace(namespace).delete());
        refused(() ->
                tenant.limitRanges()
                        .inNamespace(namespace)
                        .withName("jiyun-limits")
                        .edit(limits ->
                                new LimitRangeBuilder(limits)
                                        .editMetadata()
                                        .withLabels(Map.of())
                                        .endMetadata()
                                        .build()));
        refused(() -> tenant.network().v1().networkPolicies().inNamespace(namespace).delete());
        refused(() -> tenant.rbac().roleBindings().inNamespace(namespace).delete());
        refused(() ->
                tenant.resource(
                                new ResourceQuotaBuilder(testbed.quota("guarded-only").get())
                                        .editMetadata()
                                        .withName("another")
                                        .withResourceVersion(null)
                                        .endMetadata()
                                        .build())
                        .create());
        refused(() ->
                tenant.namespaces()
                        .withName(namespace)
                        .edit(held ->
                                new NamespaceBuilder(held)
                                        .editMetadata()
                                        .removeFromLabels("jiyun.io/bureau")
                                        .endMetadata()
                                        .build()));
        assertThat(testbed.quota("guarded-only").get().getSpec().getHard())
                .containsEntry("pods", Quantity.parse("4"));
    }

    @Test
    void leavesWhatIsTheTenantsOwnAlone(Testbed testbed) {
        String namespace = testbed.name("guarded-only");

        ResourceQuota own =
                tenant.resource(
                                new ResourceQuotaBuilder()
                                        .withNewMetadata()
                                        .withNamespace(namespace)
                                        .withName("own")
                                        .endMetadata()
                                        .withNewSpec()
                                        .addToHard("pods", Quantity.parse("3"))
                                        .endSpec()
                                        .build())
                        .create();
        tenant.resource(own).delete();
        tenant.namespaces()
                .withName(namespace)
                .edit(held ->
                        new NamespaceBuilder(held)
                                .editMetadata()
                                .addToLabels("team", "one")
                                .endMetadata()
                                .build());

        assertThat(testbed.namespace("guarded-only").get().getMetadata().getLabels())
                .containsEntry("team", "one");
    }

    @Test
    void doesNotStandInTheWayOfTheControlPlane(Testbed testbed) {
        testbed.bureau("passing")
                .code("11530000MB0X09")
                .granted("pods", "4")
                .on("passing-only")
                .apply();
        testbed.awaitReady("passing");
        testbed.pod("passing-only", "first", "100m");
        testbed.await(testbed.quota("passing-only"), quota -> isUsed(quota, "1"));
        testbed.admin().pods().inNamespace(testbed.name("passing-only")).delete();
        testbed.await(testbed.quota("passing-only"), quota -> isUsed(quota, "0"));
        testbed.stopOperator();

        tenant.namespaces().withName(testbed.name("passing-only")).delete();

        testbed.await(testbed.namespace("passing-only"), Objects::isNull);
    }

    @Test
    void isReportedAndNotWrittenAgainWhereItStands(Testbed testbed) {
        testbed.awaitCloudCondition("cloud", "Protected", "True");
        HasMetadata before = policy(testbed.admin());

        Protection.Outcome again = Protection.ensure(testbed.admin());

        assertThat(again).isEqualTo(new Protection.Outcome.InForce());
        assertThat(policy(testbed.admin()).getMetadata().getResourceVersion())
                .isEqualTo(before.getMetadata().getResourceVersion());
    }

    @Test
    void thatMayNotBeInstalledIsReportedMissing() {
        assertThat(Protection.ensure(tenant))
                .isInstanceOfSatisfying(
                        Protection.Outcome.Missing.class,
                        missing -> assertThat(missing.why()).contains("by hand"));
    }

    @Test
    void theRoleThatTenantsGetDoesNotEvenLetThemTry(Testbed testbed) {
        try (KubernetesClient developer = as(testbed, testbed.name("developer"), "developers")) {
            assertThatThrownBy(() -> developer.resource(withHard(testbed, "100")).update())
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("cannot update resource \"resourcequotas\"");
        }
    }

    private static HasMetadata policy(KubernetesClient client) {
        return client.admissionRegistration()
                .v1()
                .validatingAdmissionPolicies()
                .withName("jiyun-protection")
                .get();
    }

    private static void refused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("此对象由集云管理")
                .hasMessageContaining("This object is kept by Jiyun");
    }

    /** The API server takes a moment to learn of a policy. */
    private void awaitPolicy(Testbed testbed) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                tenant.resource(withHard(testbed, "100")).dryRun().update();
            } catch (KubernetesClientException refusal) {
                if (String.valueOf(refusal.getMessage()).contains("集云")) {
                    return;
                }
            }
        }
        throw new AssertionError("the policy does not take effect");
    }

    private static ResourceQuota withHard(Testbed testbed, String pods) {
        return new ResourceQuotaBuilder(testbed.quota("guarded-only").get())
                .editSpec()
                .addToHard("pods", Quantity.parse(pods))
                .endSpec()
                .build();
    }

    private static ResourceQuota withoutLabels(Testbed testbed) {
        return new ResourceQuotaBuilder(testbed.quota("guarded-only").get())
                .editMetadata()
                .withLabels(Map.of())
                .endMetadata()
                .build();
    }

    private static boolean isUsed(ResourceQuota quota, String pods) {
        return quota != null
                && quota.getStatus() != null
                && Quantity.parse(pods).equals(quota.getStatus().getUsed().get("pods"));
    }

    private static void giveEveryRight(Testbed testbed) {
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

    private static KubernetesClient as(Testbed testbed, String user, String... groups) {
        return new KubernetesClientBuilder()
                .withConfig(
                        new ConfigBuilder(testbed.admin().getConfiguration())
                                .withImpersonateUsername(user)
                                .withImpersonateGroups(groups)
                                .build())
                .build();
    }
}
