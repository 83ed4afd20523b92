package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Retrying;
import io.jiyun.operator.testbed.Testbed;
import org.junit.jupiter.api.Test;

@OnControlPlane
class TurnsTest {

    @Test
    void aBarePodLargerThanTheShareOfItsNamespaceComesInWithoutAnybodyHavingBeenTold(
            Testbed testbed) throws Exception {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("quiet")
                .granted("requests.cpu", "8", "requests.memory", "8Gi", "pods", "40")
                .on("one", "two", "three", "four")
                .apply();
        testbed.awaitReady("quiet");

        Pod large = Retrying.until(() -> create(testbed, "three", "7"));
        assertThat(large.getMetadata().getNamespace()).isEqualTo(testbed.name("three"));

        Pod small = Retrying.until(() -> create(testbed, "one", "300m"));
        Pod grown = Retrying.until(() -> Pods.resized(testbed.admin(), small, new Quantity("1")));
        assertThat(grown.getMetadata().getName()).isEqualTo(small.getMetadata().getName());
    }

    private static Pod create(Testbed testbed, String namespace, String cpu) {
        return testbed.admin().resource(Pods.of(testbed.name(namespace), cpu, "64Mi")).create();
    }
}
