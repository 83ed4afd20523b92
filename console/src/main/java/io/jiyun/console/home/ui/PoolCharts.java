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
    private static final String OUTLINE = "transparent";

    static void show(
            ChartCard card,
            List<PoolSummary> pools,
            ResourceName resource,
            Words words,
            Locale locale) {
        List<PoolSummary> shown = pools.reversed();
        List<String> names =
                shown.stream()
                        .map(pool -> pool.cloudDisplayName() + " " + pool.key().pool())
                        .toList();
        List<Object> allocatable = new ArrayList<>();
        List<Object> committed = new ArrayList<>();
        List<Object> used = new ArrayList<>();
        for (PoolSummary pool : shown) {
            allocatable.add(100);
            committed.add(share(pool.committed(), pool, resource));
            used.add(share(pool.used(), pool, resource));
        }
        card.show(
                Map.of(
                        "grid",
                                Map.of(
                                        "left",
                                        8,
                                        "right",
                                        24,
                                        "top",
                                        34,
                                        "bottom",
                                        8,
                                        "containLabel",
                                        true),
                        "legend", Map.of("top", 0, "left", 0, "itemWidth", 14, "itemHeight", 10),
                        "tooltip", Map.of("trigger", "axis", "valueFormatter", "@percent"),
                        "xAxis",
                                Map.of(
                                        "type",
                                        "value",
                                        "axisLabel",
                                        Map.of("formatter", "@percent"),
                                        "splitNumber",
                                        4),
                        "yAxis",
                                Map.of(
                                        "type",
                                        "category",
                                        "data",
                                        names,
                                        "axisTick",
                                        Map.of("show", false)),
                        "series",
                                List.of(
                                        bar(
                                                words.allocatable(),
                                                allocatable,
                                                OUTLINE,
                                                "--jiyun-outline",
                                                22),
                                        bar(
                                                words.committed(),
                                                committed,
                                                "--jiyun-committed",
                                                "--jiyun-committed",
                                                22),
                                        bar(
                                                words.used(),
                                                used,
                                                "--jiyun-used",
                                                "--jiyun-used",
                                                10))),
                List.of(words.pool(), words.allocatable(), words.committed(), words.used()),
                pools.stream().map(pool -> figures(pool, resource, locale)).toList());
    }

    /** Names of the series in the language of the page. */
    record Words(String pool, String allocatable, String committed, String used) {}

    private static Map<String, Object> bar(
            String name, List<Object> data, String fill, String line, int width) {
        return Map.of(
                "type",
                "bar",
                "name",
                name,
                "data",
                data,
                "barWidth",
                width,
                "barGap",
                width == 10 ? "-160%" : "-100%",
                "z",
                width == 10 ? 3 : 2,
                "itemStyle",
                Map.of("color", fill, "borderColor", line, "borderWidth", 1));
    }

    private static Object share(@Nullable Resources part, PoolSummary pool, ResourceName resource) {
        Amount whole = allocatable(pool, resource);
        if (part == null || whole == null || whole.isZero()) {
            return "-";
        }
        return Math.round(1000.0 * part.orZero(resource).value() / whole.value()) / 10.0;
    }

    static @Nullable Amount allocatable(PoolSummary pool, ResourceName resource) {
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
