package io.jiyun.console.quota;

import org.jspecify.annotations.Nullable;

/** How near use is to the quota, by its tightest resource. The bounds are suggested values. */
public enum Pressure {
    /** Below 70 %. */
    NORMAL,
    /** From 70 %. */
    WATCH,
    /** From 90 %. */
    HIGH,
    /** More is used than the quota allows. */
    OVER,
    /** No use is known. */
    UNKNOWN;

    static final int WATCH_FROM = 70;
    static final int HIGH_FROM = 90;
    private static final int FULL = 100;

    /** Whether a list narrowed to this shows {@code other}: from 关注 on, whatever is worse too. */
    public boolean includes(Pressure other) {
        boolean graded = this != NORMAL && this != UNKNOWN && other != UNKNOWN;
        return graded ? other.compareTo(this) >= 0 : other == this;
    }

    public static Pressure of(@Nullable Integer percent) {
        if (percent == null) {
            return UNKNOWN;
        }
        if (percent > FULL) {
            return OVER;
        }
        return percent >= HIGH_FROM ? HIGH : percent >= WATCH_FROM ? WATCH : NORMAL;
    }
}
