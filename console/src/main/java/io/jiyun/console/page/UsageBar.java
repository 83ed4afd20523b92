package io.jiyun.console.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code used / quota} with a bar and a percentage; exact values on hover. */
public final class UsageBar extends Div {
    private static final long serialVersionUID = 1L;
    private static final int WATCH_FROM = 70;
    private static final int HIGH_FROM = 90;

    private UsageBar(String label, @Nullable Amount used, @Nullable Amount quota, Locale locale) {
        addClassName("usage");
        Percentage share = used == null || quota == null ? null : Percentage.of(used, quota);
        Integer percent = share == null ? null : share.value();
        Span name = new Span(label);
        name.addClassName("usage-label");
        Span figures = new Span(Figures.in(locale).pair(used, quota));
        figures.addClassName("usage-figures");
        Span portion = new Span(Figures.percent(percent));
        portion.addClassName("usage-percent");
        Div fill = new Div();
        fill.addClassNames("usage-fill", level(percent));
        fill.setWidth(Math.min(100, percent == null ? 0 : percent) + "%");
        Div bar = new Div(fill);
        bar.addClassName("usage-bar");
        bar.getElement().setAttribute("role", "meter");
        bar.getElement().setAttribute("aria-label", label);
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", "100");
        bar.getElement()
                .setAttribute("aria-valuenow", String.valueOf(percent == null ? 0 : percent));
        setTitle(Figures.exact(used) + " / " + Figures.exact(quota));
        add(name, figures, portion, bar);
    }

    /**
     * The bar of one resource. What is not limited has no share, and a use nobody counts is
     * unknown, not zero.
     */
    public static UsageBar of(
            String label,
            ResourceName resource,
            @Nullable Resources used,
            @Nullable Resources quota,
            Locale locale) {
        Amount limit = quota == null ? null : quota.get(resource);
        Amount counted = limit == null || used == null ? null : used.orZero(resource);
        return new UsageBar(label, counted, limit, locale);
    }

    /** Colour class of a share: calm, to be watched, or nearly or more than full. */
    public static String level(@Nullable Integer percent) {
        if (percent == null) {
            return Status.UNKNOWN.style();
        }
        return percent >= HIGH_FROM
                ? Status.BAD.style()
                : percent >= WATCH_FROM ? Status.WATCH.style() : Status.GOOD.style();
    }
}
