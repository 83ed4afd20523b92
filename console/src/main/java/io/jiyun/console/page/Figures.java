package io.jiyun.console.page;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Bytes;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts, names and moments the way people of the pages' language say them. */
public final class Figures {
    /** What stands where something is not known: never a zero. */
    public static final String UNKNOWN = "—";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(SHANGHAI);
    private static final List<String> BINARY =
            List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int STEP = 1024;

    /** From here on the next larger unit reads better. */
    private static final int CROWDED = 10_000;

    private final Locale locale;
    private final PageTexts texts = new PageTexts();

    private Figures(Locale locale) {
        this.locale = PageTexts.provided(locale);
    }

    public static Figures in(Locale locale) {
        return new Figures(locale);
    }

    /** For example {@code 12.5 核}, {@code 40 GiB}, {@code 200}. */
    public String amount(@Nullable Amount amount) {
        return switch (amount) {
            case null -> UNKNOWN;
            case Cpu(long millicores) ->
                    number(millicores / 1000.0) + " " + texts.getTranslation("unit.cores", locale);
            case Bytes(long bytes) -> bytes(bytes);
            case Count(long count) -> number((double) count);
        };
    }

    /** Used and quota in one unit, for example {@code 12 / 40 GiB}. */
    public String pair(@Nullable Amount used, @Nullable Amount quota) {
        if (used == null || quota == null) {
            return amount(used) + " / " + amount(quota);
        }
        String whole = amount(quota);
        int space = whole.lastIndexOf(' ');
        String unit = space < 0 ? "" : whole.substring(space);
        String part =
                quota instanceof Bytes(long bytes)
                        ? inUnit(used.value(), exponent(bytes))
                        : number(
                                quota instanceof Cpu
                                        ? used.value() / 1000.0
                                        : (double) used.value());
        return part + " / " + (space < 0 ? whole : whole.substring(0, space)) + unit;
    }

    /** The amount as Kubernetes writes it, for hovering and copying. */
    public static String exact(@Nullable Amount amount) {
        return amount == null ? UNKNOWN : amount.print();
    }

    /** What people call the resource; its own name where it is rarely spoken of. */
    public String resource(ResourceName name) {
        String key = "resource." + name.value();
        return PageTexts.has(key) ? texts.getTranslation(key, locale) : name.value();
    }

    public String number(double value) {
        return format(value, Math.abs(value) < 100 ? "#,##0.##" : "#,##0.#");
    }

    public static String percent(@Nullable Integer percent) {
        return percent == null ? UNKNOWN : percent + "%";
    }

    /** Date and time in Shanghai. */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : MOMENT.format(instant);
    }

    private String bytes(long bytes) {
        int exponent = exponent(bytes);
        return inUnit(bytes, exponent) + " " + BINARY.get(exponent);
    }

    private String inUnit(long bytes, int exponent) {
        return number(bytes / Math.pow(STEP, exponent));
    }

    private static int exponent(long bytes) {
        int exponent = 0;
        double value = (double) bytes;
        while (value >= STEP
                && exponent < BINARY.size() - 1
                && (value >= CROWDED || isWhole(value))) {
            value /= STEP;
            exponent++;
        }
        return exponent;
    }

    /** Whether the next unit still gives a figure of at most two decimals. */
    private static boolean isWhole(double value) {
        double next = value / STEP * 100;
        return Math.abs(next - Math.rint(next)) < 1e-9 || value >= STEP * 2;
    }

    private String format(double value, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
    }
}
