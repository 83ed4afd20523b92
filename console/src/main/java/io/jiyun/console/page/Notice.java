package io.jiyun.console.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Something that must be said in its place: what happened, and what to do or what still works. */
public final class Notice extends Div {
    private static final long serialVersionUID = 1L;

    private Notice(Status status, String title, List<String> sentences) {
        addClassNames("notice", status.style());
        getElement().setAttribute("role", status == Status.BAD ? "alert" : "status");
        Span heading = status.badge(title, title);
        add(heading);
        sentences.forEach(sentence -> add(new Paragraph(sentence)));
    }

    public static Notice of(Status status, String title, String... sentences) {
        return new Notice(status, title, List.of(sentences));
    }

    public static Notice of(Status status, String title, List<String> sentences) {
        return new Notice(status, title, sentences);
    }

    public Notice with(Component action) {
        add(action);
        return this;
    }
}
