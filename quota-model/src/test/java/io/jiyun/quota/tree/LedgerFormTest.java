package io.jiyun.quota.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.api.v1alpha1.QuotaLedgerSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFormTest {
    private static final long SEED = Long.getLong("jiyun.seed", 20261123);
    private static final List<String> AMOUNTS =
            List.of("0", "7", "2500m", "4Gi", "1500Mi", "12345678901", "0.5", "1e3");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void whateverIsRecordedIsReadAsItWasWritten() {
        System.out.println("ledger form: -Djiyun.seed=" + SEED);
        for (int round = 0; round < 500; round++) {
            BureauQuotaStatus recorded = anything();
            BureauQuotaStatus read = LedgerForm.read(ledger(LedgerForm.write("uid", recorded)));
            assertThat(read.namespaces()).as("round %d", round).isEqualTo(recorded.namespaces());
            assertThat(read.pools()).isEqualTo(recorded.pools());
            assertThat(read.loans()).isEqualTo(recorded.loans());
            assertThat(read.admittedUnder()).isEqualTo(recorded.admittedUnder());
            assertThat(read.epoch()).isEqualTo(recorded.epoch());
            assertThat(read.ledgerVersion()).isEqualTo(41);
        }
    }

    @Test
    void aNamespaceIsOneLineThatPeopleCanRead() {
        NamespaceSlice shrinking =
                new NamespaceSlice(
                        "health-prod",
                        "provincial",
                        "gov-x86",
                        Map.of("requests.cpu", new Quantity("4"), "pods", new Quantity("20")),
                        Map.of("requests.cpu", new Quantity("2500m"), "pods", new Quantity("20")),
                        null,
                        Map.of("requests.cpu", new Quantity("2")));
        BureauQuotaStatus recorded =
                new BureauQuotaStatus(null, null, null, List.of(shrinking), null, null);

        QuotaLedgerSpec written = LedgerForm.write("uid", recorded);

        assertThat(written.resources()).containsExactly("pods", "requests.cpu");
        assertThat(written.entries())
                .containsExactly(
                        "provincial gov-x86 health-prod granted=20,4 limit=20,2500m used=-,2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "provincial gov-x86",
                "provincial gov-x86 health-prod granted=1,2",
                "provincial gov-x86 health-prod granted=1 granted=2",
                "provincial gov-x86 health-prod spent=1",
                "provincial gov-x86 health-prod 1",
            })
    void whatTheOperatorCannotHaveWrittenIsNotGuessedAt(String line) {
        QuotaLedger ledger =
                ledger(
                        new QuotaLedgerSpec(
                                "uid", 1L, null, null, null, List.of("pods"), List.of(line)));
        assertThatThrownBy(() -> LedgerForm.read(ledger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("health-uid")
                .hasMessageContaining(line);
    }

    private BureauQuotaStatus anything() {
        List<NamespaceSlice> slices = new ArrayList<>();
        for (int index = random.nextInt(6); index > 0; index--) {
            slices.add(
                    new NamespaceSlice(
                            "n" + index,
                            "c" + random.nextInt(2),
                            random.nextInt(5) == 0 ? null : "p",
                            amounts(),
                            amounts(),
                            null,
                            amounts()));
        }
        Map<String, Quantity> hard = amounts();
        return new BureauQuotaStatus(
                null,
                null,
                List.of(new PoolUsage("c0", "p", hard, amounts(), null, null, null, null)),
                slices,
                null,
                null,
                random.nextBoolean() ? null : "parent",
                random.nextBoolean() ? null : random.nextLong(9),
                hard == null ? null : List.of(new Loan("c0", "p", "lender", hard, null, null)),
                null,
                null);
    }

    private @Nullable Map<String, Quantity> amounts() {
        if (random.nextInt(6) == 0) {
            return null;
        }
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        for (String name : List.of("requests.cpu", "requests.memory", "count/jobs.batch")) {
            if (random.nextBoolean()) {
                amounts.put(name, Quantity.parse(AMOUNTS.get(random.nextInt(AMOUNTS.size()))));
            }
        }
        return amounts;
    }

    private static QuotaLedger ledger(QuotaLedgerSpec spec) {
        QuotaLedger ledger = new QuotaLedger();
        ledger.getMetadata().setName("health-uid");
        ledger.getMetadata().setResourceVersion("41");
        ledger.setSpec(spec);
        return ledger;
    }
}
