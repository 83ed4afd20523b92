package io.jiyun.console.home.ui;

import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.page.ChartCard;
import io.jiyun.console.page.Figures;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pools as nested bars of one resource: what may be allocated as an outline, what is committed
 * light, what is used solid. Shares of what may be allocated, so that pools of any size compare.
 */
final class PoolCharts {
    private static final Map<String, Object> GRID =
            Map.of("left", 8, "right", 28, "top", 34, "bottom", 4, "containLabel", true);
    private static final Map<String, Object> LEGEND =
            Map.of("top", 0, "left", 0, "itemWidth", 14, "itemHeight", 10);
    private static final Map<String, Object> PERCENT_AXIS =
            Map.of("type", "value", "max", 100, "axisLabel", Map.of("formatter", "@percent"));

    /** Names of the series in the language of the page. */
    record Words(String pool, String allocatable, String committed, String used) {}

    static void show(
            ChartCard card,
            List<PoolSummary> pools,
            ResourceName resource,
            Words words,
            Locale locale) {
        List<String> names = new ArrayList<>();
        List<Object> allocatable = new ArrayList<>();
        List<Object> committed = new ArrayList<>();
        List<Object> used = new ArrayList<>();
        for (PoolSummary pool : pools.reversed()) { // ECharts counts from the bottom
            names.add(pool.cloudDisplayName() + " " + pool.key().pool());
            allocatable.add(100);
            committed.add(share(pool.committed(), pool, resource));
            used.add(share(pool.used(), pool, resource));
        }
        card.show(
                Map.of(
                        "grid",
                        GRID,
                        "legend",
                        LEGEND,
                        "tooltip",
                        Map.of("trigger", "axis", "valueFormatter", "@percent"),
                        "xAxis",
                        PERCENT_AXIS,
                        "yAxis",
                        List.of(axis(names, true), axis(names, false), axis(names, false)),
                        "series",
                        List.of(
                                bar(0, words.allocatable(), allocatable),
                                bar(1, words.committed(), committed),
                                bar(2, words.used(), used))),
                List.of(words.pool(), words.allocatable(), words.committed(), words.used()),
                pools.stream().map(pool -> figures(pool, resource, locale)).toList());
    }

    /** Bars of one axis stand side by side; an axis for each series puts them inside each other. */
    private static Map<String, Object> axis(List<String> names, boolean labelled) {
        Map<String, Object> hidden = Map.of("show", false);
        return Map.of(
                "type",
                "category",
                "data",
                names,
                "position",
                "left",
                "axisLabel",
                Map.of("show", labelled),
                "axisLine",
                hidden,
                "axisTick",
                hidden);
    }

    private static Map<String, Object> bar(int layer, String name, List<Object> data) {
        List<String> fills = List.of("transparent", "--jiyun-committed", "--jiyun-used");
        List<String> lines = List.of("--jiyun-outline", "--jiyun-committed", "--jiyun-used");
        List<Integer> widths = List.of(20, 18, 8);
        return Map.of(
                "type",
                "bar",
                "name",
                name,
                "data",
                data,
                "yAxisIndex",
                layer,
                "z",
                layer + 2,
                "barWidth",
                widths.get(layer),
                "itemStyle",
                Map.of(
                        "color", fills.get(layer),
                        "borderColor", lines.get(layer),
                        "borderWidth", 1));
    }

    private static Object share(@Nullable Resources part, PoolSummary pool, ResourceName resource) {
        Amount whole = allocatable(pool, resource);
        if (part == null || whole == null || whole.isZero()) {
            return "-";
        }
        return Math.round(1000.0 * part.orZero(resource).value() / whole.value()) / 10.0;
    }

    private static @Nullable Amount allocatable(PoolSummary pool, ResourceName resource) {
        Resources allocatable = pool.allocatable();
        return allocatable == null ? null : resource.capacity().map(allocatable::get).orElse(null);
    }

    private static List<String> figures(PoolSummary pool, ResourceName resource, Locale locale) {
        Figures figures = Figures.in(locale);
        return List.of(
                pool.key().toString(),
                figures.amount(allocatable(pool, resource)),
                figures.amount(pool.committed() == null ? null : pool.committed().orZero(resource)),
                figures.amount(pool.used() == null ? null : pool.used().orZero(resource)));
    }

    private PoolCharts() {}
}
