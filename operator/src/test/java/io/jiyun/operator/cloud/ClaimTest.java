package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.testbed.MemberPlane;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@OnControlPlane
class ClaimTest {
    @Test
    void aClusterOfAnotherHubIsLeftAloneUntilItIsHandedOver(Testbed testbed) {
        try (MemberPlane member = MemberPlane.start()) {
            member.admin()
                    .resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(Claim.NAME)
                                    .addToAnnotations(Claim.HUB_ANNOTATION, "another-hub")
                                    .addToAnnotations(Claim.CLOUD_ANNOTATION, "theirs")
                                    .endMetadata()
                                    .build())
                    .create();
            testbed.startOperator();
            member.joinAs("claimed", testbed);
            testbed.bureau("late")
                    .grantedIn(testbed.name("claimed"), Testbed.POOL, "pods", "3")
                    .onExactly(testbed.name("late-only"), testbed.name("claimed"))
                    .apply();

            MemberCloud refused =
                    testbed.await(
                            testbed.memberCloud("claimed"),
                            cloud ->
                                    cloud != null
                                            && cloud.getStatus() != null
                                            && cloud.getStatus().violations() != null);
            testbed.awaitCondition("late", "Ready", "False");
            assertThat(refused.getStatus().violations())
                    .singleElement()
                    .satisfies(violation -> {
                        assertThat(violation.zh()).contains("另一个集云中心", "another-hub/theirs");
                        assertThat(violation.en()).contains("another hub of Jiyun manages");
                    });
            assertThat(member.admin().namespaces().withName(testbed.name("late-only")).get())
                    .isNull();
            assertThat(
                            member.admin()
                                    .admissionRegistration()
                                    .v1()
                                    .validatingAdmissionPolicies()
                                    .list()
                                    .getItems())
                    .isEmpty();

            member.admin().namespaces().withName(Claim.NAME).delete();
            testbed.awaitReady("late");
            String own = Claim.identity(testbed.admin());
            testbed.await(
                    member.admin().namespaces().withName(Claim.NAME),
                    claim ->
                            claim != null
                                    && Objects.equals(
                                            own,
                                            claim.getMetadata()
                                                    .getAnnotations()
                                                    .get(Claim.HUB_ANNOTATION)));
        }
    }

    @Test
    void aClusterThatIsACloudAlreadyIsNoSecondOne(Testbed testbed) {
        try (MemberPlane member = MemberPlane.start()) {
            testbed.startOperator();
            member.joinAs("once", testbed);
            testbed.awaitCloudCondition("once", "Reachable", "True");

            member.joinAs("twice", testbed);
            testbed.bureau("double")
                    .code("11530000MB0X08")
                    .grantedIn(testbed.name("twice"), Testbed.POOL, "pods", "3")
                    .onExactly(testbed.name("double-only"), testbed.name("twice"))
                    .apply();

            assertThat(testbed.awaitCloudCondition("twice", "Ready", "False").getMessage())
                    .contains("registered as cloud \"" + testbed.name("once"));
            assertThat(testbed.memberCloud("twice").require().getStatus().violations())
                    .singleElement()
                    .satisfies(said -> assertThat(said.zh()).contains("同一集群不能登记两次"));
            testbed.awaitCondition("double", "Ready", "False");
            assertThat(member.admin().namespaces().withName(testbed.name("double-only")).get())
                    .isNull();
            testbed.awaitCloudCondition("once", "Reachable", "True");

            testbed.memberCloud("once").delete();
            testbed.awaitReady("double");
        }
    }
}
