package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class GrantsTest {
    @BeforeEach
    void anOperatorAndACloud(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
    }

    @Test
    void oneThatStartsAddsToTheQuotaByItself(Testbed testbed) {
        testbed.bureau("flood").granted("pods", "3").on("flood-only").apply();
        testbed.awaitReady("flood");
        Instant start = inAMoment();

        testbed.bureau("flood")
                .granted("pods", "3")
                .grantedFrom(start, "pods", "5")
                .on("flood-only")
                .apply();

        awaitEnforced(testbed, "flood-only", "8");
        assertThat(Instant.now()).isAfter(start);
        testbed.awaitReady("flood");
    }

    @Test
    void oneThatEndsTakesItsShareBackByItself(Testbed testbed) {
        testbed.bureau("census")
                .granted("pods", "3")
                .granted("pods", "5")
                .on("census-only")
                .apply();
        testbed.awaitReady("census");
        Instant end = inAMoment();

        testbed.bureau("census")
                .granted("pods", "3")
                .grantedUntil(end, "pods", "5")
                .on("census-only")
                .apply();

        awaitEnforced(testbed, "census-only", "3");
        assertThat(Instant.now()).isAfter(end);
        testbed.awaitReady("census");
    }

    @Test
    void thoseOfAChildComeOutOfItsParent(Testbed testbed) {
        testbed.bureau("ministry").granted("pods", "10").on("ministry-only").apply();
        testbed.awaitReady("ministry");
        testbed.bureau("office").partOf("ministry").granted("pods", "4").on("office-only").apply();

        testbed.awaitReady("office");
        awaitEnforced(testbed, "office-only", "4");
        awaitEnforced(testbed, "ministry-only", "6");

        testbed.bureauQuota("office").delete();
        awaitEnforced(testbed, "ministry-only", "10");
    }

    @Test
    void aChildBeyondItsParentIsRefused(Testbed testbed) {
        testbed.bureau("small").granted("pods", "2").on("small-only").apply();
        testbed.awaitReady("small");
        testbed.bureau("large").partOf("small").granted("pods", "20").on("large-only").apply();

        BureauQuota refused = testbed.awaitCondition("large", "Admitted", "False");

        assertThat(Testbed.condition(refused, "Admitted").getReason()).isEqualTo("ExceedsParent");
        assertThat(testbed.namespace("large-only").get()).isNull();
    }

    private static Instant inAMoment() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3);
    }

    private static void awaitEnforced(Testbed testbed, String plain, String pods) {
        testbed.await(
                testbed.quota(plain),
                quota ->
                        quota != null
                                && quota.getStatus() != null
                                && quota.getStatus().getHard() != null
                                && Quantity.parse(pods)
                                        .equals(quota.getStatus().getHard().get("pods")));
    }
}
