package io.jiyun.console.usage;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.usage.UsageMetric;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Usage over time, or why there is none. */
public sealed interface UsageHistory {
    /**
     * What was recorded; a metric without samples has a line without points.
     *
     * @param asOf when it was asked
     */
    record Recorded(List<Line> lines, Instant asOf) implements UsageHistory {}

    /**
     * The history cannot be had at the moment.
     *
     * @param why a sentence in both languages
     * @param since when asking first failed; null when no source is configured
     */
    record Unavailable(SpecViolation why, @Nullable Instant since) implements UsageHistory {}

    /** One metric over time, oldest first. */
    record Line(UsageMetric metric, List<Point> points) {}

    /** One sample: cores, bytes, bytes per second or pods, as the metric says. */
    record Point(Instant at, double value) {}
}
