package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.jiyun.console.page.Status;

/** One figure that answers a question, leading to the list of what it counts. */
final class Tile extends Anchor {
    private static final long serialVersionUID = 1L;

    Tile(String label, String figure, Status status, String address) {
        super(address);
        setRouterIgnore(address.startsWith("#"));
        addClassNames("tile", status.style());
        Span value = new Span(figure);
        value.addClassName("tile-figure");
        Span name = new Span(label);
        name.addClassName("tile-label");
        add(value, name);
    }
}
