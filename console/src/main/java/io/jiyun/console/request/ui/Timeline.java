package io.jiyun.console.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.request.TimelineEntry;
import java.util.List;

/** What happened to a request, newest first: who, when, what, and why. */
final class Timeline extends Section {
    private static final long serialVersionUID = 1L;

    Timeline(List<TimelineEntry> entries) {
        addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("history");
        entries.reversed().forEach(entry -> list.add(line(entry)));
        add(new H3(getTranslation("request.timeline")), list);
    }

    private ListItem line(TimelineEntry entry) {
        String who =
                entry.actor().isEmpty()
                        ? getTranslation("request.by-itself")
                        : entry.actorName() + " (" + entry.actor() + ")";
        Span head =
                new Span(
                        Figures.moment(entry.at())
                                + " · "
                                + who
                                + " · "
                                + getTranslation("request.event." + entry.kind()));
        head.addClassName("secondary");
        Div words = new Div();
        if (!entry.reason().isBlank()) {
            words.add(new Paragraph(entry.reason()));
        }
        SpecViolation why = entry.explanation();
        if (why != null) {
            words.add(new Paragraph(Sentences.of(why, getLocale())));
        }
        return new ListItem(head, words);
    }
}
