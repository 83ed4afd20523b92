package io.jiyun.console.quota.ui;

import io.jiyun.console.page.ChartCard;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.TimeChart;
import io.jiyun.console.quota.SliceMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the CPU of the quota was spread over the namespaces as time went by. */
final class SliceMovement {
    private static final double MILLIS = 1000;
    private static final int MOST_NAMESPACES = 12;

    private SliceMovement() {}

    /**
     * Empty before anything moved.
     *
     * @param now until when the slices have stood as they moved last
     */
    static Optional<ChartCard> of(List<SliceMove> moves, Instant now, Locale locale) {
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        moves.getLast().slices().stream()
                .limit(MOST_NAMESPACES)
                .forEach(slice -> names.add(slice.namespace()));
        ChartCard card = new ChartCard(text("slices.movement"), "210px");
        List<String> heads = new ArrayList<>(List.of(text("audit.at")));
        heads.addAll(names);
        card.show(option(moves, names, now), heads, rows(moves, names, locale));
        return Optional.of(card);
    }

    static Map<String, Object> option(List<SliceMove> moves, Set<String> names, Instant now) {
        List<Object> series = new ArrayList<>();
        for (String name : names) {
            List<Object> data = new ArrayList<>();
            moves.forEach(move -> data.add(List.of(move.at().toEpochMilli(), cores(move, name))));
            data.add(List.of(now.toEpochMilli(), cores(moves.getLast(), name)));
            series.add(
                    Map.of(
                            "type",
                            "line",
                            "step",
                            "end",
                            "stack",
                            "slices",
                            "name",
                            name,
                            "data",
                            data,
                            "showSymbol",
                            false,
                            "lineStyle",
                            Map.of("width", 1),
                            "areaStyle",
                            Map.of("opacity", 0.35)));
        }
        return TimeChart.option(series);
    }

    private static List<List<String>> rows(
            List<SliceMove> moves, Set<String> names, Locale locale) {
        Figures figures = Figures.in(locale);
        List<List<String>> rows = new ArrayList<>();
        for (SliceMove move : moves) {
            List<String> row = new ArrayList<>(List.of(Figures.moment(move.at())));
            names.forEach(name -> row.add(figures.number(cores(move, name))));
            rows.add(row);
        }
        return rows;
    }

    private static double cores(SliceMove move, String namespace) {
        return move.slices().stream()
                        .filter(slice -> slice.namespace().equals(namespace))
                        .mapToLong(SliceMove.Line::cpuMillis)
                        .sum()
                / MILLIS;
    }

    private static String text(String key) {
        return com.vaadin.flow.component.UI.getCurrent().getTranslation(key);
    }
}
