package io.jiyun.console.page;

import java.util.List;
import java.util.Map;

/** What pictures of something over time have in common. */
public final class TimeChart {
    private TimeChart() {}

    /** The option of a chart with these series over a time axis; a long legend scrolls. */
    public static Map<String, Object> option(List<?> series) {
        return Map.of(
                "grid",
                        Map.of(
                                "left",
                                4,
                                "right",
                                12,
                                "top",
                                30,
                                "bottom",
                                4,
                                "containLabel",
                                true),
                "legend",
                        Map.of(
                                "type",
                                "scroll",
                                "top",
                                0,
                                "left",
                                0,
                                "itemWidth",
                                14,
                                "itemHeight",
                                8),
                "tooltip", Map.of("trigger", "axis", "valueFormatter", "@plain"),
                "xAxis", Map.of("type", "time", "axisLabel", Map.of("hideOverlap", true)),
                "yAxis", Map.of("type", "value", "splitNumber", 3),
                "series", series);
    }
}
