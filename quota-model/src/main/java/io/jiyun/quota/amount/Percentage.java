package io.jiyun.quota.amount;

import org.jspecify.annotations.Nullable;

/** A share in whole percent, rounded to nearest; may exceed 100 where more is used than allowed. */
public record Percentage(int value) {

    /** The share, or null where there is no whole to take a share of. */
    public static @Nullable Percentage of(Amount part, @Nullable Amount whole) {
        if (whole == null || whole.isZero()) {
            return null;
        }
        return new Percentage(
                (int) Math.min(9_999, Math.round(100.0 * part.value() / whole.value())));
    }

    @Override
    public String toString() {
        return value + "%";
    }
}
