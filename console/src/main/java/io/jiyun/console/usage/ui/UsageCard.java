package io.jiyun.console.usage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.ChartCard;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.page.TimeChart;
import io.jiyun.console.usage.UsageHistory;
import io.jiyun.console.usage.UsageHistory.Line;
import io.jiyun.console.usage.UsageHistory.Point;
import io.jiyun.console.usage.UsagePeriod;
import io.jiyun.usage.UsageMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was used and what was requested of CPU and memory over a chosen period. */
final class UsageCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final double GIBIBYTE = 1L << 30;

    private final transient Function<UsagePeriod, UsageHistory> history;
    private final Div pictures = new Div();

    UsageCard(Function<UsagePeriod, UsageHistory> history) {
        this.history = history;
        addClassName("usage-card");
        Select<UsagePeriod> period = new Select<>();
        period.setItems(UsagePeriod.values());
        period.setItemLabelGenerator(each -> getTranslation("period." + each));
        period.setAriaLabel(getTranslation("period"));
        period.setValue(UsagePeriod.QUARTER);
        period.addValueChangeListener(change -> show(change.getValue()));
        add(period, pictures);
        show(UsagePeriod.QUARTER);
    }

    private void show(UsagePeriod period) {
        pictures.removeAll();
        switch (history.apply(period)) {
            case UsageHistory.Recorded recorded -> {
                picture(recorded, "usage.cpu", 1, UsageMetric.CPU_USED, UsageMetric.CPU_REQUESTED);
                picture(
                        recorded,
                        "usage.memory",
                        GIBIBYTE,
                        UsageMetric.MEMORY_USED,
                        UsageMetric.MEMORY_REQUESTED);
            }
            case UsageHistory.Unavailable away ->
                    pictures.add(
                            Notice.of(
                                    Status.UNKNOWN,
                                    getTranslation("usage.away"),
                                    Sentences.of(away.why(), getLocale())));
        }
    }

    private void picture(
            UsageHistory.Recorded recorded,
            String title,
            double unit,
            UsageMetric used,
            UsageMetric requested) {
        ChartCard card = new ChartCard(getTranslation(title), "190px");
        List<Point> usedPoints = points(recorded, used);
        List<Point> requestedPoints = points(recorded, requested);
        List<List<String>> rows = new ArrayList<>();
        Figures figures = Figures.in(getLocale());
        for (int index = 0; index < usedPoints.size(); index++) {
            rows.add(
                    List.of(
                            Figures.moment(usedPoints.get(index).at()),
                            figures.number(usedPoints.get(index).value() / unit),
                            index < requestedPoints.size()
                                    ? figures.number(requestedPoints.get(index).value() / unit)
                                    : Figures.UNKNOWN));
        }
        card.show(
                TimeChart.option(
                        List.of(
                                series("usage.requested", requestedPoints, unit, false),
                                series("usage.used", usedPoints, unit, true))),
                List.of(
                        getTranslation("audit.at"),
                        getTranslation("usage.used"),
                        getTranslation("usage.requested")),
                rows);
        pictures.add(card);
    }

    private static List<Point> points(UsageHistory.Recorded recorded, UsageMetric metric) {
        return recorded.lines().stream()
                .filter(line -> line.metric() == metric)
                .map(Line::points)
                .findFirst()
                .orElse(List.of());
    }

    private Map<String, Object> series(
            String name, List<Point> points, double unit, boolean solid) {
        List<Object> data =
                points.stream()
                        .map(point ->
                                (Object) List.of(point.at().toEpochMilli(), point.value() / unit))
                        .toList();
        return Map.of(
                "type",
                "line",
                "name",
                getTranslation(name),
                "data",
                data,
                "showSymbol",
                false,
                "lineStyle",
                Map.of("width", 1.5),
                "color",
                solid ? "--jiyun-used" : "--jiyun-committed",
                "areaStyle",
                Map.of("opacity", solid ? 0.15 : 0));
    }
}
