package io.jiyun.console.page;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The five states a page may show; always word, icon and colour together. */
public enum Status {
    GOOD("good", VaadinIcon.CHECK_CIRCLE),
    WATCH("watch", VaadinIcon.WARNING),
    BAD("bad", VaadinIcon.CLOSE_CIRCLE),
    BUSY("busy", VaadinIcon.CLOCK),
    UNKNOWN("unknown", VaadinIcon.MINUS_CIRCLE);

    private final String style;
    private final VaadinIcon icon;

    Status(String style, VaadinIcon icon) {
        this.style = style;
        this.icon = icon;
    }

    public String style() {
        return style;
    }

    public String iconName() {
        return "vaadin:" + icon.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A badge that says the state in {@code text} and, on hover, why and what next. */
    public Span badge(String text, String explanation) {
        Span badge = new Span(icon.create(), new Span(text));
        badge.addClassNames("status", style);
        badge.setTitle(explanation);
        return badge;
    }
}
