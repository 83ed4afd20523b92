package io.jiyun.operator.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class OperatorRefusesTest {
    @BeforeEach
    void anOperatorAndACloud(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
    }

    @Test
    void anUnknownCloudAndPool(Testbed testbed) {
        testbed.bureau("lost")
                .grantedIn("nowhere", "none", "pods", "1")
                .grantedIn(testbed.cloud(), "no-such-pool", "pods", "1")
                .apply();

        BureauQuota refused = testbed.awaitCondition("lost", "Admitted", "False");

        assertThat(refused.getStatus().violationsOrEmpty())
                .extracting(SpecViolation::reason)
                .containsExactlyInAnyOrder("UnknownCloud", "UnknownPool");
        assertThat(refused.getStatus().violationsOrEmpty())
                .allSatisfy(violation -> assertThat(violation.zh()).contains("云平台"));
    }

    @Test
    void aQuotaBeyondThePoolAndTheAdmittedOneStaysEnforced(Testbed testbed) {
        testbed.bureau("greedy").granted("requests.cpu", "2").on("greedy-only").apply();
        testbed.awaitReady("greedy");

        testbed.bureau("greedy")
                .granted("requests.cpu", "2000")
                .on("greedy-only", "greedy-more")
                .apply();

        BureauQuota refused = testbed.awaitCondition("greedy", "Admitted", "False");
        assertThat(Testbed.condition(refused, "Admitted").getReason()).isEqualTo("ExceedsPool");
        assertThat(Objects.requireNonNull(testbed.quota("greedy-only").get()).getSpec().getHard())
                .containsEntry("requests.cpu", Quantity.parse("2"));
        assertThat(testbed.namespace("greedy-more").get()).isNull();
    }

    @Test
    void aNamespaceThatAnotherBureauHasUntilThatOneLetsGo(Testbed testbed) {
        testbed.bureau("first").granted("pods", "2").on("contested").apply();
        testbed.awaitReady("first");
        testbed.bureau("second").granted("pods", "2").on("contested").apply();

        BureauQuota refused = testbed.awaitCondition("second", "Admitted", "False");
        assertThat(Testbed.condition(refused, "Admitted").getReason())
                .isEqualTo("NamespaceOfAnotherBureau");
        assertThat(labels(testbed, "contested"))
                .containsEntry(JiyunApi.BUREAU_LABEL, testbed.name("first"));
    }

    @Test
    void aNamespaceOfSomeoneElseUntilItsOwnerHandsItOver(Testbed testbed) {
        testbed.foreignNamespace("foreign", Map.of());
        testbed.bureau("taker").granted("pods", "4").on("foreign", "taker-own").apply();

        BureauQuota refused = testbed.awaitCondition("taker", "Admitted", "False");
        assertThat(refused.getStatus().violationsOrEmpty().getFirst().reason())
                .isEqualTo("NamespaceNotOwned");
        assertThat(labels(testbed, "foreign")).doesNotContainKey(JiyunApi.BUREAU_LABEL);
        assertThat(testbed.quota("foreign").get()).isNull();

        testbed.namespace("foreign")
                .edit(namespace -> {
                    namespace
                            .getMetadata()
                            .setAnnotations(
                                    Map.of(JiyunApi.ADOPT_ANNOTATION, testbed.name("taker")));
                    return namespace;
                });
        testbed.awaitReady("taker");
        assertThat(labels(testbed, "foreign"))
                .containsEntry(JiyunApi.BUREAU_LABEL, testbed.name("taker"));
    }

    private static Map<String, String> labels(Testbed testbed, String plain) {
        Namespace namespace = Objects.requireNonNull(testbed.namespace(plain).get());
        return namespace.getMetadata().getLabels();
    }
}
