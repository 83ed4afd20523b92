package io.jiyun.operator.refusal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnControlPlane
class SchemaRefusesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ten", "-1", "1 Gi"})
    void malformedAndNegativeQuantities(String quantity, Testbed testbed) {
        refused(
                () -> testbed.bureau("bad").granted("pods", quantity).apply(),
                "spec.grants[0].resources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "default", "kube-anything"})
    void reservedNamespaces(String namespace, Testbed testbed) {
        refused(
                () -> testbed.bureau("bad").granted("pods", "1").onExactly(namespace).apply(),
                "reserved for Kubernetes");
    }

    @Test
    void aBureauCodeChangedAfterCreation(Testbed testbed) {
        testbed.bureau("coded").code("11530000MB0X01").apply();

        refused(() -> testbed.bureau("coded").code("11530000MB0X02").apply(), "cannot be changed");
    }

    @Test
    void aCloudWithTwoConnectionsOrNone(Testbed testbed) {
        CloudConnection both =
                new CloudConnection(
                        new CloudConnection.InCluster(),
                        new CloudConnection.KubeconfigSecret("a", "b", null),
                        null,
                        null,
                        null);

        refused(
                () ->
                        testbed.admin()
                                .resource(testbed.memberCloud(testbed.name("two"), both))
                                .create(),
                "exactly one");
        refused(
                () ->
                        testbed.admin()
                                .resource(
                                        testbed.memberCloud(
                                                testbed.name("none"),
                                                new CloudConnection(null, null, null, null, null)))
                                .create(),
                "exactly one");
    }

    @Test
    void everyMistakeAtOnce(Testbed testbed) {
        BureauQuota bad =
                testbed.bureau("bad")
                        .code("lower")
                        .granted("pods", "many")
                        .onExactly("Not_A_Name")
                        .build();

        ThrowingCallable attempt = () -> testbed.apply(bad);

        refused(attempt, "spec.bureau.code");
        refused(attempt, "spec.namespaces[0].name");
    }

    private static void refused(ThrowingCallable attempt, String sentence) {
        assertThatThrownBy(attempt).hasMessageContaining(sentence);
    }
}
