package io.jiyun.console.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Breadcrumb, title, one line that says what the page answers, and the main actions. */
public final class PageHeader extends Header {
    private static final long serialVersionUID = 1L;

    private final Nav breadcrumb = new Nav();
    private final Div actions = new Div();

    public PageHeader(String title, String answers) {
        addClassName("page-header");
        breadcrumb.addClassName("breadcrumb");
        breadcrumb.setVisible(false);
        actions.addClassName("page-actions");
        Div words = new Div(breadcrumb, new H1(title), new Paragraph(answers));
        words.addClassName("page-words");
        add(words, actions);
    }

    /** Adds a step of the breadcrumb; the last one is the page itself. */
    public PageHeader under(Component... steps) {
        breadcrumb.setVisible(true);
        for (Component step : steps) {
            if (breadcrumb.getComponentCount() > 0) {
                breadcrumb.add(new Span("/"));
            }
            breadcrumb.add(step);
        }
        return this;
    }

    public PageHeader with(Component... buttons) {
        actions.add(buttons);
        return this;
    }
}
