package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final String EVENT =
            "Error creating: pods \"web-x2\" is forbidden: exceeded quota: jiyun-quota, requested:"
                    + " pods=1,requests.cpu=500m, used: pods=5,requests.cpu=2, limited:"
                    + " pods=5,requests.cpu=2";

    @Test
    void readsTheAskOutOfTheEventOfARefusedCreation() {
        Ask ask = Refusal.in(EVENT).orElseThrow().ask();

        assertThat(ask.amount().print())
                .containsEntry("pods", "1")
                .containsEntry("requests.cpu", "500m");
        assertThat(ask.used().print())
                .containsEntry("pods", "5")
                .containsEntry("requests.cpu", "2");
    }

    @Test
    void forgetsWhatCameInSince() {
        Ask ask = Refusal.in(EVENT).orElseThrow().ask();

        assertThat(ask.open(used("5", "2")).most().print()).containsEntry("requests.cpu", "500m");
        assertThat(ask.open(used("5", "2300m")).most().print())
                .containsEntry("requests.cpu", "200m");
        assertThat(ask.open(used("6", "2500m")).most().print())
                .containsEntry("pods", "0")
                .containsEntry("requests.cpu", "0");
        assertThat(ask.open(used("1", "100m")).most().print())
                .containsEntry("requests.cpu", "500m");
    }

    private static Resources used(String pods, String cpu) {
        return Quantities.observed(
                Map.of("pods", Quantity.parse(pods), "requests.cpu", Quantity.parse(cpu)));
    }

    @Test
    void doesNotTakeAnotherQuotasRefusalForOurs() {
        Refusal theirs =
                Refusal.in(
                                "pods \"web-x2\" is forbidden: exceeded quota: theirs, requested:"
                                        + " pods=1, used: pods=5, limited: pods=5")
                        .orElseThrow();

        assertThat(theirs.ask()).isEqualTo(Ask.NONE);
    }

    @Test
    void findsTheApiServersOwnWordsInTheEventOfAController() {
        Refusal refusal = Refusal.in(EVENT).orElseThrow();

        assertThat(refusal.object()).isEqualTo("pods \"web-x2\"");
        assertThat(EVENT).isEqualTo("Error creating: " + refusal.text());
    }

    @Test
    void takesALimitThatIsMissingForARefusalToo() {
        assertThat(
                        Refusal.in(
                                "pods \"x\" is forbidden: failed quota: theirs: must specify"
                                        + " limits.cpu for: main"))
                .get()
                .extracting(Refusal::ask)
                .isEqualTo(Ask.NONE);
        assertThat(Refusal.in("pods \"x\" is forbidden: not today")).isEmpty();
    }

    @Test
    void takesAQuotaThatTooManyChargedAtOnceForARefusalThatAsksForNothing() {
        String said =
                "Operation cannot be fulfilled on resourcequotas \"jiyun-quota\": the object has"
                        + " been modified; please apply your changes to the latest version and try"
                        + " again";
        Refusal refusal = Refusal.in("Error creating: " + said).orElseThrow();

        assertThat(refusal.ask()).isEqualTo(Ask.NONE);
        assertThat(refusal).isEqualTo(Refusal.in(said).orElseThrow());
        assertThat(Refusal.in(said.replace("resourcequotas", "pods"))).isEmpty();
    }

    @Test
    void readsWhatNoApiServerWouldWriteWithoutHarm() {
        String amounts = "requests.cpu=9e9999,=,pods=-3,§=1,requests.memory=many";

        Refusal forged =
                Refusal.in(
                                "pods \"x\" is forbidden: exceeded quota: jiyun-quota, requested: "
                                        + amounts
                                        + ", used: "
                                        + amounts
                                        + ", limited: ")
                        .orElseThrow();

        assertThat(forged.ask().amount().print())
                .containsEntry("pods", "0")
                .containsEntry("requests.memory", "0");
        assertThat(Refusal.in("a".repeat(5_000) + " is forbidden: exceeded quota: ")).isEmpty();
    }
}
