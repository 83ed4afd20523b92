package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.PoolSpec;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Storage classes, devices, load balancers and counted objects go the way CPU goes. */
@OnControlPlane
class EveryResourceTest {
    private static final String GOLD = "gold.storageclass.storage.k8s.io/requests.storage";
    private static final String GPU = "requests.nvidia.com/gpu";
    private static final String BALANCERS = "services.loadbalancers";
    private static final String MACHINES = "count/virtualmachines.kubevirt.io";
    private static final Map<String, String> GRANTED =
            Map.of(
                    GOLD,
                    "60Gi",
                    "requests.storage",
                    "80Gi",
                    "persistentvolumeclaims",
                    "4",
                    GPU,
                    "6",
                    BALANCERS,
                    "2",
                    MACHINES,
                    "8");

    @Test
    void isGrantedSlicedEnforcedCountedAndBoundedByThePool(Testbed testbed) {
        declareRichCloud(testbed);
        testbed.startOperator();
        testbed.bureau("all").granted(inTurn(GRANTED)).on("all-a", "all-b").apply();
        testbed.awaitReady("all");

        GRANTED.forEach((resource, amount) -> {
            Quantity first = hard(testbed, "all-a", resource);
            Quantity second = hard(testbed, "all-b", resource);
            assertThat(first.getNumericalAmount().add(second.getNumericalAmount()))
                    .as(resource)
                    .isEqualByComparingTo(Quantity.parse(amount).getNumericalAmount());
        });

        create(testbed, balancer());
        create(testbed, claim());
        BureauQuota used =
                testbed.await(
                        testbed.bureauQuota("all"),
                        quota ->
                                "20Gi".equals(used(quota, GOLD))
                                        && "1".equals(used(quota, BALANCERS)));
        assertThat(used(used, "requests.storage")).isEqualTo("20Gi");
        assertThat(used(used, "persistentvolumeclaims")).isEqualTo("1");
        assertThat(used(used, GPU)).isEqualTo("0");

        testbed.bureau("late")
                .code("11530000MB0X13")
                .granted(GPU, "3", BALANCERS, "4", GOLD, "50Gi", MACHINES, "3")
                .apply();
        BureauQuota refused = testbed.awaitCondition("late", "Admitted", "False");
        assertThat(refused.getStatus().violationsOrEmpty())
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo("ExceedsPool"));
    }

    private static void declareRichCloud(Testbed testbed) {
        testbed.forgetOthers();
        MemberCloud cloud = testbed.memberCloud(testbed.cloud(), CloudConnection.ofHub());
        PoolSpec plain = cloud.getSpec().pools().getFirst();
        PoolSpec rich =
                new PoolSpec(
                        plain.name(),
                        plain.zone(),
                        plain.architecture(),
                        null,
                        null,
                        Map.of("cpu", Quantity.parse("8"), "nvidia.com/gpu", Quantity.parse("8")),
                        Map.of(
                                GOLD, Quantity.parse("100Gi"),
                                BALANCERS, Quantity.parse("5"),
                                MACHINES, Quantity.parse("10")));
        MemberCloudSpec spec = cloud.getSpec();
        cloud.setSpec(
                new MemberCloudSpec(
                        null, spec.role(), null, null, spec.connection(), List.of(rich)));
        testbed.admin().resource(cloud).serverSideApply();
    }

    private static void create(Testbed testbed, HasMetadata object) {
        object.getMetadata().setNamespace(testbed.name("all-a"));
        testbed.admin().resource(object).create();
    }

    private static HasMetadata balancer() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("front")
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build();
    }

    private static HasMetadata claim() {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .endMetadata()
                .withNewSpec()
                .withStorageClassName("gold")
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", Quantity.parse("20Gi"))
                .endResources()
                .endSpec()
                .build();
    }

    private static Quantity hard(Testbed testbed, String plain, String resource) {
        return Objects.requireNonNull(
                testbed.quota(plain).require().getStatus().getHard().get(resource), resource);
    }

    private static String used(BureauQuota quota, String resource) {
        if (quota == null || quota.getStatus() == null) {
            return "";
        }
        PoolUsage pool = quota.getStatus().poolsOrEmpty().getFirst();
        return pool.used() == null ? "" : String.valueOf(pool.used().get(resource));
    }

    private static String[] inTurn(Map<String, String> amounts) {
        return amounts.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray(String[]::new);
    }
}
