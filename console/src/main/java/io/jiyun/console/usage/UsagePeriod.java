package io.jiyun.console.usage;

import java.time.Duration;

/** How far back a chart looks, and how finely. */
public enum UsagePeriod {
    DAY(Duration.ofDays(1), Duration.ofMinutes(15)),
    WEEK(Duration.ofDays(7), Duration.ofHours(1)),
    MONTH(Duration.ofDays(30), Duration.ofHours(3)),
    QUARTER(Duration.ofDays(90), Duration.ofHours(12));

    private final Duration length;
    private final Duration step;

    UsagePeriod(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    public Duration length() {
        return length;
    }

    /** Distance between two points. */
    public Duration step() {
        return step;
    }
}
