package io.jiyun.operator.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Declarations that cannot be meant, one a line: what is declared, and who says what about it, the
 * API server at once or the operator in the status. Nothing of them takes effect. What can be wrong
 * with a connection is in ConnectionFailsTest and ClaimTest.
 */
@OnControlPlane
class BadInputTest {
    private static final String GRANT =
            "{requestId: R-1, cloud: CLOUD, pool: gov-x86, resources: {pods: '4'}";

    @BeforeEach
    void anOperatorACloudAndAParent(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("parent").code("11530000MB0X10").granted("pods", "5").apply();
        testbed.awaitReady("parent");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "own-parent    | parentName: SELF | GRANT} | NAME   | }      | ParentCycle",
                "no-parent     | parentName: nobody | GRANT} | NAME   | }      | UnknownParent",
                "above-parent  | parentName: PARENT | GRANT}, {requestId: R-2, cloud: CLOUD, pool:"
                        + " gov-x86, resources: {pods: '2'}} | NAME | } | ExceedsParent",
                "min-above-max | | GRANT} | NAME | , min: {pods: '3'}, max: {pods: '2'}} |"
                        + " MinimumAboveMaximum",
                "minimums | | GRANT} | NAME | , min: {pods: '5'}}  | MinimumsExceedQuota",
                "inverted | | GRANT, validFrom: '2030-01-02T00:00:00Z', validUntil:"
                    + " '2030-01-01T00:00:00Z'} | NAME | } | validFrom must be before validUntil",
                "no-moment | | GRANT, validUntil: tomorrow} | NAME | } | spec.grants[0].validUntil",
                "weightless | | GRANT} | NAME | , weight: 0}  | spec.namespaces[0].weight",
                "negative | | GRANT} | NAME | , weight: -1} | spec.namespaces[0].weight",
                "twice | | GRANT} | NAME | }, {name: NAME, cloud: CLOUD, pool: gov-x86} |"
                        + " RepeatedNamespace",
                "no-grant | |        | NAME | } | NoGrantForPool",
                "no-such-name | | GRANT} | Kein_Name | } | spec.namespaces[0].name",
            })
    void isSaidAndHasNoEffect(
            String plain,
            String parent,
            String grants,
            String namespace,
            String bounds,
            String said,
            Testbed testbed) {
        String manifest =
                """
                apiVersion: jiyun.io/v1alpha1
                kind: BureauQuota
                metadata: {name: SELF}
                spec:
                  bureau: {code: 11530000MB0X11, name: 某单位}
                  %s
                  grants: [%s]
                  namespaces: [{name: %s, cloud: CLOUD, pool: gov-x86%s]
                """
                        .formatted(
                                parent == null ? "" : parent,
                                grants == null ? "" : grants,
                                namespace,
                                bounds)
                        .replace("GRANT", GRANT)
                        .replace("SELF", testbed.name(plain))
                        .replace("PARENT", testbed.name("parent"))
                        .replace("NAME", testbed.name(plain + "-only"))
                        .replace("CLOUD", testbed.cloud());

        Optional<String> refusal = refusal(testbed, manifest);

        if (refusal.isPresent()) {
            assertThat(refusal.get()).contains(said);
        } else {
            BureauQuota told = testbed.awaitCondition(plain, "Admitted", "False");
            assertThat(told.getStatus().violationsOrEmpty())
                    .extracting(SpecViolation::reason)
                    .contains(said);
            assertThat(told.getStatus().violationsOrEmpty())
                    .allSatisfy(each -> assertThat(each.zh()).contains("。"));
        }
        assertThat(testbed.namespace(plain + "-only").get()).isNull();
    }

    @Test
    void aGrantThatLiesInThePastGivesNothingAndTheStatusSaysSo(Testbed testbed) {
        testbed.bureau("past")
                .code("11530000MB0X12")
                .grantedUntil(Instant.parse("2001-01-01T00:00:00Z"), "pods", "4")
                .on("past-only")
                .apply();

        BureauQuota told = testbed.awaitReady("past");

        assertThat(Testbed.condition(told, "Expiring").getMessage())
                .contains("Ended and without effect: REQ-1 (2001-01-01T00:00:00Z)");
        assertThat(testbed.quota("past-only").require().getSpec().getHard())
                .containsEntry("pods", new Quantity("0"));
    }

    private static Optional<String> refusal(Testbed testbed, String manifest) {
        try {
            testbed.admin()
                    .resource(
                            testbed.admin()
                                    .getKubernetesSerialization()
                                    .unmarshal(manifest, BureauQuota.class))
                    .create();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
