package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.SizedAsk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final String CONTROLLERS = "system:kube-controller-manager";
    private static final String HERE = "health-prod";

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final InstantSource source = () -> now;
    private final Refusals refusals = new Refusals(source.withZone(ZoneOffset.UTC));
    private final List<String> asked = new ArrayList<>();
    private Resources used = Resources.none();

    @BeforeEach
    void someIsUsed() {
        used = cpu("1");
    }

    @Test
    void aClientThatAsksAgainReplacesItsAsk() {
        audited("create", "", false, "pods \"job-b7k2x\"", "500m", "ci");
        audited("create", "", false, "pods \"job-q4wtn\"", "500m", "ci");
        audited("create", "", true, "pods \"one\"", "2", "ann");
        audited("create", "", true, "pods \"one\"", "1", "ann");
        audited("patch", "resize", true, "pods \"two\"", "300m", "ann");
        audited("update", "resize", true, "pods \"two\"", "200m", "ann");

        assertThat(open()).isEqualTo("1700m");
        assertThat(asked).hasSize(6).containsOnly(HERE);
        assertThat(refusals.told()).isEqualTo(6);
    }

    @Test
    void twoWhoAskForTheSameAreTwo() {
        audited("create", "", false, "pods \"job-b7k2x\"", "500m", "ci");
        audited("create", "", false, "pods \"job-q4wtn\"", "500m", "other");
        audited("create", "", false, "pods \"job-vv6lp\"", "250m", "ci");
        audited("patch", "resize", true, "pods \"job-22222\"", "100m", "ci");
        audited("patch", "resize", true, "pods \"job-44444\"", "100m", "ci");

        assertThat(open()).isEqualTo("1450m");
    }

    @Test
    void aControllersAskCountsOnceWhicheverOfBothTellsFirst() {
        event("pods \"web-6f7-b7k2x\"", "500m");
        audited("create", "", false, "pods \"web-6f7-b7k2x\"", "500m", CONTROLLERS);
        audited("create", "", false, "pods \"web-6f7-q4wtn\"", "500m", CONTROLLERS);
        event("pods \"web-6f7-q4wtn\"", "500m");
        String account = "system:serviceaccount:kube-system:statefulset-controller";
        audited("create", "", true, "pods \"store-0\"", "1", account);
        event("pods \"store-0\"", "1");

        assertThat(open()).isEqualTo("1500m");
        assertThat(refusals.told()).isEqualTo(3);
    }

    @Test
    void eventsAreEnoughWhereThereIsNoStream() {
        event("pods \"web-6f7-b7k2x\"", "500m");
        event("pods \"web-6f7-q4wtn\"", "500m");
        event("pods \"api-9d8-q4wtn\"", "500m");

        assertThat(open()).isEqualTo("1");
        assertThat(refusals.told()).isEqualTo(3);
    }

    @Test
    void aStreamThatEndedHidesNothingThatEventsTellLater() {
        audited("create", "", true, "pods \"store-0\"", "1", CONTROLLERS);
        now = now.plus(Duration.ofSeconds(30));
        assertThat(open()).isEqualTo("0");

        event("pods \"store-0\"", "1");

        assertThat(open()).isEqualTo("1");
        assertThat(refusals.told()).isEqualTo(2);
    }

    @Test
    void otherQuotasRefusalsAreHeardAndAskForNothing() {
        hear(
                "create",
                "",
                true,
                "ann",
                "pods \"x\" is forbidden: exceeded quota: theirs, requested: pods=1, used: pods=5,"
                        + " limited: pods=5",
                HERE,
                false,
                now);
        hear(
                "create",
                "",
                true,
                "ann",
                "pods \"x\" is forbidden: failed quota: theirs: must specify limits.cpu for: m",
                HERE,
                false,
                now);

        assertThat(refusals.told()).isEqualTo(2);
        assertThat(open()).isEqualTo("0");
        assertThat(asked).isEmpty();
    }

    @Test
    void aTrialAndANamespaceThatIsNotJiyunsAskForNothing() {
        String message = message("pods \"x\"", "2");
        hear("create", "", true, "ann", message, HERE, true, now);
        hear("create", "", true, "ann", message, "elsewhere", false, now);

        assertThat(refusals.told()).isEqualTo(2);
        assertThat(refusals.asks().open("elsewhere", used).isEmpty()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatCameInBeforeItsRefusalIsToldOfIsNotAskedForAnyMore() {
        Instant refusedAt = now;
        now = now.plus(Duration.ofMillis(50));
        observe("3");
        observe("500m"); // and went again
        now = now.plus(Duration.ofMillis(50));
        hear("create", "", true, "ann", message("pods \"x\"", "2"), HERE, false, refusedAt);

        assertThat(open()).isEqualTo("0");

        audited("create", "", true, "pods \"x\"", "2", "ann");
        assertThat(open()).isEqualTo("2");
    }

    @Test
    void whatAnEventToldAndWasMetIsNotOpenedAgainByTheStream() {
        event("pods \"web-6f7-b7k2x\"", "500m");
        observe("1500m");
        observe("0");
        now = now.plus(Duration.ofMillis(200));
        audited("create", "", false, "pods \"web-6f7-b7k2x\"", "500m", CONTROLLERS);

        assertThat(open()).isEqualTo("0");
        assertThat(refusals.told()).isEqualTo(1);
    }

    @Test
    void whoAskedEveryMomentAndAsksNoMoreIsForgottenSoonAndWhoAsksSeldomIsNot() {
        for (int again = 0; again < 3; again++) {
            audited("create", "", true, "pods \"hasty\"", "500m", "ann");
            now = now.plus(Duration.ofMillis(50));
        }
        audited("create", "", true, "pods \"patient\"", "1", "bob");
        now = now.plus(Duration.ofSeconds(4));
        assertThat(open()).isEqualTo("1");

        audited("create", "", true, "pods \"patient\"", "1", "bob");
        now = now.plus(Duration.ofSeconds(15));
        assertThat(open()).isEqualTo("1");
        now = now.plus(Duration.ofSeconds(2));
        assertThat(open()).isEqualTo("0");
    }

    private void observe(String cpu) {
        used = cpu(cpu);
        refusals.asks().observe(HERE, used);
    }

    @Test
    void waitsLongerForAStreamThanForEventsWhileItIsHeard() {
        Duration events = refusals.lateness();
        assertThat(refusals.heardByAudit(List.of(), HERE::equals, asked::add)).isZero();

        assertThat(refusals.lateness()).isGreaterThan(events);
        now = now.plus(Duration.ofMinutes(11));
        assertThat(refusals.lateness()).isEqualTo(events);
    }

    @Test
    void aFloodOfForgedAsksIsBounded() {
        for (int number = 0; number < 2_000; number++) {
            audited("create", "", true, "pods \"p" + number + "\"", "9E", "mallory");
        }

        long open = wanted().asMap().firstEntry().getValue().value();
        assertThat(open).isLessThanOrEqualTo(1L << 52);
    }

    private Resources wanted() {
        return refusals.asks().open(HERE, used).stream()
                .map(SizedAsk::most)
                .collect(Resources.sum());
    }

    private String open() {
        return wanted().print().getOrDefault("requests.cpu", "0");
    }

    private void event(String object, String cpu) {
        Refusal refusal = Refusal.in("Error creating: " + message(object, cpu)).orElseThrow();
        refusals.heardByEvent(HERE, refusal, 1, now);
    }

    private void audited(
            String verb, String sub, boolean isNamed, String object, String cpu, String user) {
        hear(verb, sub, isNamed, user, message(object, cpu), HERE, false, now);
    }

    private void hear(
            String verb,
            String sub,
            boolean isNamed,
            String user,
            String message,
            String namespace,
            boolean isTrial,
            Instant at) {
        RefusedRequest request =
                new RefusedRequest(namespace, user, verb, sub, isNamed, isTrial, message, at);
        assertThat(refusals.heardByAudit(List.of(request), HERE::equals, asked::add)).isOne();
    }

    private static String message(String object, String cpu) {
        return object
                + " is forbidden: exceeded quota: jiyun-quota, requested: requests.cpu="
                + cpu
                + ", used: requests.cpu=1, limited: requests.cpu=1";
    }

    private static Resources cpu(String quantity) {
        return Quantities.observed(Map.of("requests.cpu", Quantity.parse(quantity)));
    }
}
