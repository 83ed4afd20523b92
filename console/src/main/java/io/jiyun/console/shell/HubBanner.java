package io.jiyun.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.jiyun.console.cluster.ClusterHealth;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Status;

/** Says that the hub does not answer, since when, and what still works. */
final class HubBanner extends Div {
    private static final long serialVersionUID = 1L;

    HubBanner() {
        addClassName("hub-banner");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(ClusterHealth health) {
        removeAll();
        setVisible(!health.reachable());
        if (!health.reachable()) {
            String why = health.why() == null ? "" : Sentences.of(health.why(), getLocale());
            add(
                    Status.WATCH.badge(
                            getTranslation("hub.away", Figures.moment(health.since())), why),
                    new Span(getTranslation("hub.away.still")));
        }
    }
}
