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
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Asks that nothing tells of by name: API servers counted them for a group of namespaces. */
class CountedAsksTest {
    private static final String HERE = "health-prod";

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final InstantSource source = () -> now;
    private final Asks asks = new Asks(source.withZone(ZoneOffset.UTC));
    private Resources used = cpu("1");

    @Test
    void whatIsOnlyCountedIsAskedForWhileItIsCountedAndNothingBetterIsKnown() {
        counted(HERE, 1, "1");
        counted(HERE, 1, "2");
        assertThat(open()).isEqualTo("2");
        assertThat(asks.isTold(HERE)).isFalse();

        now = now.plus(Duration.ofSeconds(3));
        assertThat(open()).isEqualTo("0");

        counted(HERE, 1, "4");
        told("500m");
        assertThat(open()).isEqualTo("500m");
        assertThat(asks.isTold(HERE)).isTrue();
        counted(HERE, 1, "4");
        assertThat(open()).isEqualTo("500m");

        now = now.plus(Duration.ofSeconds(30));
        assertThat(asks.isTold(HERE)).isFalse();
        counted(HERE, 1, "4");
        assertThat(open()).isEqualTo("4");
    }

    @Test
    void whatWasCountedIsForgottenOnceSomethingInItsCellIsToldOf() {
        String beside = namespaceInTheCellOf(HERE);
        counted(beside, 1, "4");
        assertThat(asks.open(beside, used)).hasSize(1);

        told("500m");
        assertThat(asks.open(beside, used)).isEmpty();
    }

    @Test
    void severalWhoWereCountedAreServedEachForHimself() {
        counted(HERE, 1, "1");
        counted(HERE, 2, "1");
        assertThat(asks.open(HERE, used)).hasSize(2);
        assertThat(open()).isEqualTo("2");

        used = cpu("2");
        assertThat(asks.open(HERE, used)).as("who is left is counted anew").isEmpty();
    }

    private void counted(String namespace, int number, String cpu) {
        asks.hear(namespace, Asker.counted(number), new Ask(cpu(cpu), used), now);
    }

    private void told(String cpu) {
        asks.hear(HERE, new Asker("pods \"web\"", "", ""), new Ask(cpu(cpu), used), now);
    }

    private String open() {
        return asks.open(HERE, used).stream()
                .map(SizedAsk::most)
                .collect(Resources.sum())
                .print()
                .getOrDefault("requests.cpu", "0");
    }

    private static String namespaceInTheCellOf(String other) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "another-" + number)
                .filter(name -> RefusalCell.of(name).equals(RefusalCell.of(other)))
                .findFirst()
                .orElseThrow();
    }

    private static Resources cpu(String quantity) {
        return Quantities.observed(Map.of("requests.cpu", Quantity.parse(quantity)));
    }
}
