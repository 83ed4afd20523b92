package io.jiyun.quota.amount;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.ParsedQuantity.Cause;
import io.jiyun.quota.amount.ParsedQuantity.Parsed;
import io.jiyun.quota.amount.ParsedQuantity.Rejected;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {

    @ParameterizedTest
    @CsvSource({
        "1,1000",
        "0.5,500",
        "100m,100",
        "1e3,1000000",
        "2E2,200000",
        "1k,1000000",
        "1.5k,1500000",
        "+3,3000",
        ".5,500",
        "5.,5000",
        "1000000u,1000",
        "2000000000n,2000",
        "1E,1000000000000000000000"
    })
    void cpuIsReadInMillicores(String text, String millicores) {
        ParsedQuantity parsed = QuantityText.parse(Unit.MILLICORE, text);
        if (millicores.length() > 19) {
            assertThat(parsed).isEqualTo(new Rejected(Cause.TOO_LARGE));
        } else {
            assertThat(parsed).isEqualTo(new Parsed(new Cpu(Long.parseLong(millicores))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1Ki,1024",
        "1Mi,1048576",
        "0.5Gi,536870912",
        "1Ti,1099511627776",
        "1Pi,1125899906842624",
        "7Ei,8070450532247928832",
        "1M,1000000",
        "9E,9000000000000000000",
        "1e3,1000",
        "128974848,128974848",
        "2000m,2",
        "0,0"
    })
    void memoryIsReadInBytes(String text, long bytes) {
        assertThat(QuantityText.parse(Unit.BYTE, text)).isEqualTo(new Parsed(new Bytes(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "abc", "1 Gi", "1gi", "1KiB", "--1", "1e", "Gi", "1.2.3", "1Ki2", "0x10",
                "１"
            })
    void whatIsNoQuantityIsCalledMalformed(String text) {
        assertThat(QuantityText.parse(Unit.BYTE, text)).isEqualTo(new Rejected(Cause.MALFORMED));
    }

    @Test
    void noTextIsCalledMalformed() {
        assertThat(QuantityText.parse(Unit.BYTE, null)).isEqualTo(new Rejected(Cause.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.5", "-1Ki", "-1e3"})
    void negativeAmountsAreRefused(String text) {
        assertThat(QuantityText.parse(Unit.MILLICORE, text))
                .isEqualTo(new Rejected(Cause.NEGATIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8Ei", "10E", "1e19", "1e9999", "99999999999999999999"})
    void whatDoesNotFitIsRefused(String text) {
        assertThat(QuantityText.parse(Unit.BYTE, text)).isEqualTo(new Rejected(Cause.TOO_LARGE));
    }

    @Test
    void whatIsFinerThanTheUnitIsRefused() {
        assertThat(QuantityText.parse(Unit.MILLICORE, "0.0001"))
                .isEqualTo(new Rejected(Cause.TOO_FINE));
        assertThat(QuantityText.parse(Unit.MILLICORE, "1e-9"))
                .isEqualTo(new Rejected(Cause.TOO_FINE));
        assertThat(QuantityText.parse(Unit.BYTE, "100m")).isEqualTo(new Rejected(Cause.TOO_FINE));
        assertThat(QuantityText.parse(Unit.COUNT, "1.5")).isEqualTo(new Rejected(Cause.TOO_FINE));
    }

    @Test
    void observedFractionsAreRoundedUpSoThatUseIsNeverUnderstated() {
        assertThat(QuantityText.observed(Unit.BYTE, "128974848001m"))
                .isEqualTo(new Bytes(128974849));
        assertThat(QuantityText.observed(Unit.MILLICORE, "1u")).isEqualTo(new Cpu(1));
        assertThat(QuantityText.observed(Unit.BYTE, "20E")).isEqualTo(new Bytes(Long.MAX_VALUE));
    }

    @Test
    void everyPrintedAmountReadsBackAsItself() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 20_000; round++) {
            long value = random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63);
            for (Unit unit : Unit.values()) {
                Amount amount = Amount.of(unit, value);
                assertThat(QuantityText.parse(unit, amount.print()))
                        .as("seed %d, %s %d", seed, unit, value)
                        .isEqualTo(new Parsed(amount));
            }
        }
    }

    @Test
    void theShortWayOfReadingAnswersAsTheLongOne() {
        long seed = 20261123;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Unit> units = List.of(Unit.values());
        List<String> suffixes =
                List.of("", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti", "n", "u", "E", "x");
        for (int round = 0; round < 50_000; round++) {
            String number = Long.toString(random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63));
            String text = number + suffixes.get(random.nextInt(suffixes.size()));
            Unit unit = units.get(random.nextInt(units.size()));
            // A sign in front is never read the short way.
            assertThat(QuantityText.parse(unit, text))
                    .as("seed %d, %s %s", seed, unit, text)
                    .isEqualTo(QuantityText.parse(unit, "+" + text));
            assertThat(QuantityText.observed(unit, text))
                    .as("seed %d, %s %s", seed, unit, text)
                    .isEqualTo(QuantityText.observed(unit, "+" + text));
        }
    }

    @Test
    void amountsArePrintedTheWayPeopleWriteThem() {
        assertThat(new Cpu(1500).print()).isEqualTo("1500m");
        assertThat(new Cpu(4_000_000).print()).isEqualTo("4000");
        assertThat(new Bytes(40L << 30).print()).isEqualTo("40Gi");
        assertThat(new Bytes(0).print()).isEqualTo("0");
        assertThat(new Bytes(1_000_000).print()).isEqualTo("1000000");
        assertThat(new Count(200).print()).isEqualTo("200");
    }
}
