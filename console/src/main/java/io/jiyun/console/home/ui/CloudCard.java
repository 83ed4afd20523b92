package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.jiyun.console.cloud.CloudSummary;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Status;

/** One cloud: its part in the province, whose it is, and whether it answers. */
final class CloudCard extends Div {
    private static final long serialVersionUID = 1L;

    CloudCard(CloudSummary cloud) {
        addClassNames("card", "cloud-card");
        String owner = cloud.owner() == null ? Figures.UNKNOWN : cloud.owner();
        String version = cloud.version() == null ? Figures.UNKNOWN : cloud.version();
        Span facts =
                new Span(
                        getTranslation("cloudRole." + cloud.role())
                                + " · "
                                + owner
                                + " · "
                                + getTranslation("cloud.pools", cloud.pools().size())
                                + " · Kubernetes "
                                + version);
        facts.addClassName("secondary");
        add(new H2(cloud.displayName()), facts, reachability(cloud));
        cloud.violations().forEach(each -> add(new Paragraph(Sentences.of(each, getLocale()))));
    }

    private Span reachability(CloudSummary cloud) {
        if (cloud.reachable() == null) {
            return badge(Status.UNKNOWN, "cloud.unknown");
        }
        return cloud.reachable()
                ? badge(Status.GOOD, "cloud.reachable")
                : badge(Status.BAD, "cloud.unreachable");
    }

    private Span badge(Status status, String text) {
        return status.badge(getTranslation(text), getTranslation(text));
    }
}
