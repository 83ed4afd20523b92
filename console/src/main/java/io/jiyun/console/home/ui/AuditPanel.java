package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import io.jiyun.console.home.AuditHome;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Status;

/** The newest of the audit trail. */
final class AuditPanel extends Div {
    private static final long serialVersionUID = 1L;

    AuditPanel(AuditHome home) {
        Div tiles =
                new Div(
                        new Tile(
                                getTranslation("tile.audit"),
                                Long.toString(home.entries()),
                                Status.UNKNOWN,
                                "audit"));
        tiles.addClassName("tiles");
        OrderedList latest = new OrderedList();
        latest.addClassName("history");
        home.latest()
                .forEach(entry ->
                        latest.add(
                                new ListItem(
                                        Figures.moment(entry.at())
                                                + " · "
                                                + entry.actor()
                                                + " · "
                                                + entry.action()
                                                + " · "
                                                + entry.subject())));
        Section card =
                new Section(
                        new H2(getTranslation("home.audit.latest")),
                        latest,
                        new Anchor("audit", getTranslation("look.all")));
        card.addClassName("card");
        add(tiles, card);
    }
}
