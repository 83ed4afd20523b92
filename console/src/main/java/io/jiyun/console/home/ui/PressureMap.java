package io.jiyun.console.home.ui;

import com.vaadin.flow.component.Component;
import io.jiyun.console.page.ChartCard;
import io.jiyun.console.page.Figures;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bureaus by resource: the fuller the quota, the stronger the colour. The tightest stand first. */
final class PressureMap {
    private static final List<ResourceName> RESOURCES =
            List.of(
                    ResourceName.REQUESTS_CPU,
                    ResourceName.REQUESTS_MEMORY,
                    ResourceName.REQUESTS_STORAGE,
                    ResourceName.PODS);

    static void show(ChartCard card, List<QuotaRow> rows, Locale locale, Component page) {
        Figures figures = Figures.in(locale);
        List<ResourceName> limited =
                RESOURCES.stream()
                        .filter(each -> rows.stream().anyMatch(row -> row.quota().mentions(each)))
                        .toList();
        List<String> resources = limited.stream().map(figures::resource).toList();
        List<String> bureaus = rows.stream().map(QuotaRow::bureauName).toList();
        List<Object> cells = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (int column = 0; column < rows.size(); column++) {
            QuotaRow row = rows.get(column);
            List<String> line = new ArrayList<>(List.of(row.bureauName()));
            for (int index = 0; index < limited.size(); index++) {
                Percentage share = share(row, limited.get(index));
                line.add(Figures.percent(share == null ? null : share.value()));
                cells.add(
                        Map.of(
                                "value",
                                List.of(
                                        column,
                                        index,
                                        share == null ? "-" : (Object) share.value()),
                                "link",
                                "quotas/" + row.name()));
            }
            table.add(line);
        }
        List<String> columns = new ArrayList<>(List.of(page.getTranslation("quota.bureau")));
        columns.addAll(resources);
        card.show(option(resources, bureaus, cells), columns, table);
    }

    private static Map<String, Object> option(
            List<String> resources, List<String> bureaus, List<Object> cells) {
        return Map.of(
                "grid",
                        Map.of(
                                "left",
                                8,
                                "right",
                                16,
                                "top",
                                8,
                                "bottom",
                                56,
                                "containLabel",
                                true),
                "tooltip", Map.of("valueFormatter", "@percent"),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                bureaus,
                                "axisTick",
                                Map.of("show", false),
                                "axisLabel",
                                Map.of(
                                        "rotate",
                                        40,
                                        "interval",
                                        0,
                                        "width",
                                        120,
                                        "overflow",
                                        "truncate")),
                "yAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                resources,
                                "axisTick",
                                Map.of("show", false)),
                "visualMap",
                        Map.of(
                                "min",
                                0,
                                "max",
                                100,
                                "orient",
                                "horizontal",
                                "left",
                                "right",
                                "bottom",
                                0,
                                "itemHeight",
                                120,
                                "calculable",
                                true,
                                "formatter",
                                "@percent",
                                "inRange",
                                Map.of(
                                        "color",
                                        List.of(
                                                "rgba(42,111,207,0.07)",
                                                "rgba(42,111,207,0.35)",
                                                "rgba(230,176,77,0.6)",
                                                "rgba(217,98,43,0.7)",
                                                "rgba(201,55,44,0.8)"))),
                "series",
                        List.of(
                                Map.of(
                                        "type",
                                        "heatmap",
                                        "data",
                                        cells,
                                        "label",
                                        Map.of(
                                                "show",
                                                true,
                                                "fontSize",
                                                10,
                                                "color",
                                                "--jiyun-text",
                                                "textBorderWidth",
                                                0),
                                        "itemStyle",
                                        Map.of(
                                                "borderWidth",
                                                2,
                                                "borderColor",
                                                "--jiyun-surface"))));
    }

    private static @Nullable Percentage share(QuotaRow row, ResourceName resource) {
        Resources used = row.used();
        Amount quota = row.quota().get(resource);
        return used == null || quota == null ? null : Percentage.of(used.orZero(resource), quota);
    }

    private PressureMap() {}
}
