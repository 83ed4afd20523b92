package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class DeletionTest {
    @BeforeEach
    void anOperatorAndACloud(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
    }

    @Test
    void keepsNamespacesAndTheEnforcedQuotaByDefaultAndGivesThemBack(Testbed testbed) {
        testbed.bureau("kept").granted("pods", "3").on("kept-only").apply();
        testbed.awaitReady("kept");
        testbed.pod("kept-only", "data", null);

        testbed.bureauQuota("kept").delete();
        testbed.await(testbed.bureauQuota("kept"), Objects::isNull);

        Namespace namespace = Objects.requireNonNull(testbed.namespace("kept-only").get());
        assertThat(namespace.getMetadata().getDeletionTimestamp()).isNull();
        assertThat(namespace.getMetadata().getLabels())
                .doesNotContainKeys(JiyunApi.MANAGED_BY_LABEL, JiyunApi.BUREAU_LABEL)
                .doesNotContainKeys("jiyun.io/refusal-row", "jiyun.io/refusal-column");
        assertThat(testbed.quota("kept-only").get()).isNotNull();

        testbed.bureau("kept").granted("pods", "3").on("kept-only").apply();
        testbed.awaitReady("kept");
    }

    @Test
    void takesTheNamespacesAlongWhereThePolicySaysSo(Testbed testbed) {
        testbed.bureau("gone").granted("pods", "3").on("gone-only").deletedWithNamespaces().apply();
        testbed.awaitReady("gone");

        testbed.bureauQuota("gone").delete();

        testbed.await(testbed.namespace("gone-only"), Objects::isNull);
        testbed.await(testbed.bureauQuota("gone"), Objects::isNull);
    }
}
