package io.jiyun.console.request.ui;

import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.page.PageTexts;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked for, in words. */
final class Asks {
    private static final PageTexts TEXTS = new PageTexts();

    private Asks() {}

    static List<String> lines(RequestContent content, Locale locale) {
        return switch (content) {
            case RequestContent.Increase(var pools) -> pools(pools, "+", locale);
            case RequestContent.Decrease(var pools) -> pools(pools, "−", locale);
            case RequestContent.Temporary(var pools, var from, var until) -> {
                List<String> lines = new ArrayList<>(pools(pools, "+", locale));
                lines.add(
                        TEXTS.getTranslation(
                                "ask.period",
                                locale,
                                from == null
                                        ? TEXTS.getTranslation("ask.once-approved", locale)
                                        : moment(from),
                                moment(until)));
                yield lines;
            }
            case RequestContent.Extension(String grant, var until) ->
                    List.of(TEXTS.getTranslation("ask.extension", locale, grant, moment(until)));
            case RequestContent.Settlement(var namespace, var resources) ->
                    List.of(
                            TEXTS.getTranslation(
                                    "ask.namespace",
                                    locale,
                                    namespace.name(),
                                    namespace.cloud() + "/" + namespace.pool(),
                                    amounts(resources, locale)));
            case RequestContent.Return(String cloud, String pool) ->
                    List.of(TEXTS.getTranslation("ask.return", locale, cloud + "/" + pool));
            case RequestContent.Exemption(String cloud, String namespace, var until) ->
                    List.of(
                            TEXTS.getTranslation(
                                    "ask.exemption",
                                    locale,
                                    cloud + "/" + namespace,
                                    String.valueOf(until)));
        };
    }

    private static List<String> pools(List<PoolAmount> pools, String sign, Locale locale) {
        return pools.stream()
                .map(pool ->
                        pool.cloud()
                                + "/"
                                + pool.pool()
                                + " "
                                + sign
                                + " "
                                + amounts(pool.resources(), locale))
                .toList();
    }

    private static String amounts(Map<String, String> texts, Locale locale) {
        Figures figures = Figures.in(locale);
        Resources amounts = Quantities.typed(texts, "", new Violations());
        return amounts.isEmpty()
                ? Figures.UNKNOWN
                : Importance.names(amounts).stream()
                        .map(name ->
                                figures.resource(name) + " " + figures.amount(amounts.get(name)))
                        .collect(Collectors.joining(", "));
    }

    private static String moment(@Nullable OffsetDateTime time) {
        return Figures.moment(time == null ? null : time.toInstant());
    }
}
