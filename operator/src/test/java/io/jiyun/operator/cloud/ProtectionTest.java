package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
@SuppressWarnings("NullAway.Init") // filled before each test
class ProtectionTest {
    private GuardedNamespace guarded;
    private KubernetesClient tenant;

    @BeforeEach
    void aTenantWithEveryRight(Testbed testbed) {
        guarded = GuardedNamespace.in(testbed);
        tenant = guarded.tenantWithEveryRight();
    }

    @AfterEach
    void theTenantLeaves() {
        tenant.close();
    }

    @Test
    void keepsEverybodyElseFromChangingQuotaAndGuardrails(Testbed testbed) {
        String namespace = testbed.name("guarded-only");

        refused(() -> tenant.resource(guarded.withHard("100")).update());
        refused(() -> tenant.resource(guarded.withoutLabels()).update());
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
        try (KubernetesClient developer = guarded.as(testbed.name("developer"), "developers")) {
            assertThatThrownBy(() -> developer.resource(guarded.withHard("100")).update())
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

    private static boolean isUsed(ResourceQuota quota, String pods) {
        return quota != null
                && quota.getStatus() != null
                && Quantity.parse(pods).equals(quota.getStatus().getUsed().get("pods"));
    }
}
