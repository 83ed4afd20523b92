package io.jiyun.quota.amount;

import static io.jiyun.quota.amount.ResourceName.PODS;
import static io.jiyun.quota.amount.ResourceName.REQUESTS_CPU;
import static io.jiyun.quota.amount.ResourceName.REQUESTS_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private final Resources cores2 = Resources.of(Map.of(REQUESTS_CPU, new Cpu(2_000)));
    private final Resources cores3AndPods5 =
            Resources.of(Map.of(REQUESTS_CPU, new Cpu(3_000), PODS, new Count(5)));

    @Test
    void aSumHasTheNamesOfBoth() {
        assertThat(cores2.plus(cores3AndPods5).print())
                .containsExactlyInAnyOrderEntriesOf(Map.of("requests.cpu", "5", "pods", "5"));
    }

    @Test
    void aDifferenceStopsAtZero() {
        assertThat(cores2.minusToZero(cores3AndPods5).print())
                .containsExactly(Map.entry("requests.cpu", "0"));
    }

    @Test
    void aNameTheLimitsDoNotMentionIsUnlimited() {
        assertThat(cores3AndPods5.fitsWithin(Resources.of(Map.of(REQUESTS_CPU, new Cpu(3_000)))))
                .isTrue();
        assertThat(cores3AndPods5.fitsWithin(cores2)).isFalse();
        assertThat(cores3AndPods5.excessOver(cores2).print())
                .containsExactly(Map.entry("requests.cpu", "1"));
    }

    @Test
    void whatIsNotMentionedCoversNothing() {
        assertThat(cores2.covers(cores3AndPods5)).isFalse();
        assertThat(cores3AndPods5.covers(cores2)).isTrue();
    }

    @Test
    void anAmountMustHaveTheUnitOfItsName() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Resources.of(Map.of(REQUESTS_MEMORY, new Cpu(1))));
    }

    @Test
    void sumsThatOverflowAreFaultsNotWrongNumbers() {
        Resources most = Resources.of(Map.of(REQUESTS_CPU, new Cpu(Long.MAX_VALUE)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(cores2));
    }

    @Test
    void unitsFollowTheNamesOfResourceQuota() {
        assertThat(new ResourceName("limits.cpu").unit()).isEqualTo(Unit.MILLICORE);
        assertThat(new ResourceName("requests.ephemeral-storage").unit()).isEqualTo(Unit.BYTE);
        assertThat(new ResourceName("fast.storageclass.storage.k8s.io/requests.storage").unit())
                .isEqualTo(Unit.BYTE);
        assertThat(new ResourceName("requests.huawei.com/Ascend910").unit()).isEqualTo(Unit.COUNT);
        assertThat(new ResourceName("count/virtualmachines.kubevirt.io").unit())
                .isEqualTo(Unit.COUNT);
    }

    @Test
    void onlyDevicesAreExtendedResources() {
        assertThat(new ResourceName("requests.nvidia.com/gpu").isExtended()).isTrue();
        assertThat(new ResourceName("count/deployments.apps").isExtended()).isFalse();
        assertThat(
                        new ResourceName("fast.storageclass.storage.k8s.io/persistentvolumeclaims")
                                .isExtended())
                .isFalse();
        assertThat(REQUESTS_CPU.isExtended()).isFalse();
    }

    @Test
    void aShareOfNothingIsUnknown() {
        assertThat(Percentage.of(new Cpu(1), new Cpu(0))).isNull();
        assertThat(Percentage.of(new Cpu(1), null)).isNull();
        assertThat(Percentage.of(new Cpu(425), new Cpu(1_000))).hasToString("43%");
    }

    @Test
    void namesAreThoseThatKubernetesAccepts() {
        for (String name :
                List.of("pods", "requests.cpu", "count/jobs.batch", "a.b/C_d-9", "x", "7", "a1")) {
            assertThat(ResourceName.isValid(name)).as(name).isTrue();
        }
        for (String name :
                List.of(
                        "",
                        ".",
                        "-a",
                        "a-",
                        "a b",
                        "a,b",
                        "数",
                        "a数b",
                        "a\n",
                        "/a",
                        "a".repeat(253))) {
            assertThat(ResourceName.isValid(name)).as(name).isFalse();
        }
        assertThat(ResourceName.isValid("a".repeat(252))).isTrue();
    }
}
