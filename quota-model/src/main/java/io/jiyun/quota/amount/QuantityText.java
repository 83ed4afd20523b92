package io.jiyun.quota.amount;

import io.jiyun.quota.amount.ParsedQuantity.Cause;
import io.jiyun.quota.amount.ParsedQuantity.Parsed;
import io.jiyun.quota.amount.ParsedQuantity.Rejected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kubernetes quantities exactly as {@code k8s.io/apimachinery} does: a decimal number with a
 * binary suffix (Ki … Ei), a decimal suffix (n, u, m, k, M, G, T, P, E) or an exponent (1e3). A
 * lone {@code E} is exa, not an exponent.
 */
public final class QuantityText {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<sign>[+-]?)(?<number>[0-9]+(?:[.][0-9]*)?|[.][0-9]+)"
                        + "(?:(?<suffix>[KMGTPE]i|[numkMGTPE])|[eE](?<exponent>[+-]?[0-9]{1,4}))?");
    private static final int LONGEST = 64;
    private static final Map<String, BigDecimal> FACTORS =
            Map.ofEntries(
                    Map.entry("n", BigDecimal.valueOf(1, 9)),
                    Map.entry("u", BigDecimal.valueOf(1, 6)),
                    Map.entry("m", BigDecimal.valueOf(1, 3)),
                    Map.entry("k", BigDecimal.TEN.pow(3)),
                    Map.entry("M", BigDecimal.TEN.pow(6)),
                    Map.entry("G", BigDecimal.TEN.pow(9)),
                    Map.entry("T", BigDecimal.TEN.pow(12)),
                    Map.entry("P", BigDecimal.TEN.pow(15)),
                    Map.entry("E", BigDecimal.TEN.pow(18)),
                    Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
                    Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
                    Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
                    Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
                    Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
                    Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    /**
     * Reads what a person or a client declares; anything the unit cannot hold exactly is rejected.
     */
    public static ParsedQuantity parse(Unit unit, @Nullable String text) {
        long plain = text == null ? PlainQuantity.NONE : PlainQuantity.read(unit, text);
        return plain == PlainQuantity.NONE ? exactly(unit, text) : new Parsed(unit.amount(plain));
    }

    private static ParsedQuantity exactly(Unit unit, @Nullable String text) {
        BigDecimal number = number(text);
        if (number == null) {
            return new Rejected(Cause.MALFORMED);
        }
        if (number.signum() < 0) {
            return new Rejected(Cause.NEGATIVE);
        }
        BigDecimal steps =
                number.multiply(BigDecimal.valueOf(unit.perWhole())).stripTrailingZeros();
        if (steps.precision() - steps.scale() > 19) {
            return new Rejected(Cause.TOO_LARGE);
        }
        if (steps.scale() > 0) {
            return new Rejected(Cause.TOO_FINE);
        }
        return steps.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? new Rejected(Cause.TOO_LARGE)
                : new Parsed(unit.amount(steps.longValueExact()));
    }

    /**
     * Reads what an API server reports. Kubernetes itself may report fractions of a byte; they are
     * rounded up, so that use is never understated, and what does not fit counts as the maximum.
     */
    public static Amount observed(Unit unit, String text) {
        long plain = PlainQuantity.read(unit, text);
        return plain == PlainQuantity.NONE ? roundedUp(unit, text) : unit.amount(plain);
    }

    private static Amount roundedUp(Unit unit, String text) {
        BigDecimal number = number(text);
        if (number == null || number.signum() <= 0) {
            return Amount.zero(unit);
        }
        BigDecimal steps =
                number.multiply(BigDecimal.valueOf(unit.perWhole()))
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE));
        return unit.amount(steps.longValueExact());
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(form.group("sign") + form.group("number"));
        String suffix = form.group("suffix");
        String exponent = form.group("exponent");
        if (suffix != null) {
            return number.multiply(FACTORS.getOrDefault(suffix, BigDecimal.ONE));
        }
        return exponent == null ? number : number.scaleByPowerOfTen(Integer.parseInt(exponent));
    }

    private QuantityText() {}
}
