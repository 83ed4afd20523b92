package io.jiyun.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question of the catalogue. Ask it at a moment ({@code /api/v1/query}) or along a period
 * ({@code /api/v1/query_range}).
 *
 * @param where labels that must have exactly the given value
 * @param by labels to sum by; empty leaves every series apart
 */
public record UsageQuery(
        UsageMetric metric, Over over, Map<UsageLabel, String> where, List<UsageLabel> by) {
    private static final Pattern SUM = Pattern.compile("sum by \\(([a-z, ]+)\\) \\((.*)\\)");
    private static final Pattern OVER_TIME =
            Pattern.compile(
                    "(avg|max|count|quantile)_over_time\\((?:([0-9.]{1,8}),"
                            + " )?(.*)\\[([0-9]{1,5}[hd])\\]\\)");
    private static final Pattern SERIES = Pattern.compile("([a-z0-9_:]+)(?:\\{(.*)\\})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z]+)=\"([^\"\\\\]*)\"");
    private static final Pattern COMMA = Pattern.compile(",\\s*");

    public UsageQuery {
        Map<UsageLabel, String> sorted = new EnumMap<>(UsageLabel.class);
        sorted.putAll(where);
        where = Collections.unmodifiableMap(sorted);
        by = List.copyOf(by);
        where.values().forEach(UsageQuery::checkValue);
    }

    /** The latest value of every series. */
    public static UsageQuery latest(UsageMetric metric) {
        return new UsageQuery(metric, new Over.Latest(), Map.of(), List.of());
    }

    public UsageQuery over(Over window) {
        return new UsageQuery(metric, window, where, by);
    }

    public UsageQuery where(UsageLabel label, String value) {
        Map<UsageLabel, String> narrowed = new EnumMap<>(UsageLabel.class);
        narrowed.putAll(where);
        narrowed.put(label, value);
        return new UsageQuery(metric, over, narrowed, by);
    }

    public UsageQuery sumBy(UsageLabel... labels) {
        return new UsageQuery(metric, over, where, List.of(labels));
    }

    /** Names are DNS labels; anything else could end the string and change the question. */
    private static void checkValue(String value) {
        if (value.contains("\"") || value.contains("\\") || value.contains("\n")) {
            throw new IllegalArgumentException("not a name: " + value);
        }
    }

    public String promql() {
        String matchers =
                where.entrySet().stream()
                        .map(label -> label.getKey().key() + "=\"" + label.getValue() + "\"")
                        .collect(Collectors.joining(","));
        String series = metric.rule() + (matchers.isEmpty() ? "" : "{" + matchers + "}");
        String inner =
                switch (over) {
                    case Over.Latest _ -> series;
                    case Over.Average(Duration window) -> function("avg", series, window);
                    case Over.Maximum(Duration window) -> function("max", series, window);
                    case Over.Samples(Duration window) -> function("count", series, window);
                    case Over.Quantile(BigDecimal quantile, Duration window) ->
                            function("quantile", quantile.toPlainString() + ", " + series, window);
                };
        String labels = by.stream().map(UsageLabel::key).collect(Collectors.joining(", "));
        return by.isEmpty() ? inner : "sum by (" + labels + ") (" + inner + ")";
    }

    private static String function(String name, String argument, Duration window) {
        return name + "_over_time(" + argument + "[" + Windows.print(window) + "])";
    }

    /**
     * Reads what {@link #promql} writes, and nothing more.
     *
     * @throws IllegalArgumentException when the text is no question of the catalogue
     */
    public static UsageQuery parse(String text) {
        Matcher sum = SUM.matcher(text.strip());
        String inner = sum.matches() ? sum.group(2) : text.strip();
        List<UsageLabel> by =
                sum.matches()
                        ? COMMA.splitAsStream(sum.group(1)).map(UsageQuery::label).toList()
                        : List.of();
        Matcher function = OVER_TIME.matcher(inner);
        Matcher series = SERIES.matcher(function.matches() ? function.group(3) : inner);
        if (!series.matches()) {
            throw new IllegalArgumentException("parse error: not in the catalogue: " + text);
        }
        UsageMetric metric =
                UsageMetric.ofRule(series.group(1))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "unknown recording rule " + series.group(1)));
        Over over = function.matches() ? over(function, text) : new Over.Latest();
        return new UsageQuery(metric, over, matchers(series.group(2)), by);
    }

    private static Over over(Matcher function, String text) {
        Duration window = Windows.parse(function.group(4));
        String quantile = function.group(2);
        return switch (function.group(1)) {
            case "avg" -> new Over.Average(window);
            case "max" -> new Over.Maximum(window);
            case "count" -> new Over.Samples(window);
            default -> {
                if (quantile == null) {
                    throw new IllegalArgumentException("parse error: no quantile given: " + text);
                }
                yield new Over.Quantile(new BigDecimal(quantile), window);
            }
        };
    }

    private static Map<UsageLabel, String> matchers(@Nullable String text) {
        Map<UsageLabel, String> where = new EnumMap<>(UsageLabel.class);
        if (text != null && !text.isBlank()) {
            for (String part : COMMA.split(text, -1)) {
                Matcher matcher = MATCHER.matcher(part);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("parse error: bad matcher " + part);
                }
                where.put(label(matcher.group(1)), matcher.group(2));
            }
        }
        return where;
    }

    private static UsageLabel label(String key) {
        return UsageLabel.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("unknown label " + key));
    }
}
