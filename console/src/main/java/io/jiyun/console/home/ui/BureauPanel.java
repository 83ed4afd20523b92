package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.jiyun.console.home.BureauHome;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.page.UsageBar;
import io.jiyun.console.quota.QuotaRow;

/** What the bureau has, and what it must look at. */
final class BureauPanel extends Div {
    private static final long serialVersionUID = 1L;

    BureauPanel(BureauHome home) {
        for (QuotaRow alert : home.alerts()) {
            add(
                    Notice.of(
                                    alert.pressurePercent() != null && alert.pressurePercent() > 100
                                            ? Status.BAD
                                            : Status.WATCH,
                                    getTranslation(
                                            "bureau.alert",
                                            alert.bureauName(),
                                            getTranslation("pressure." + alert.pressure()),
                                            Figures.percent(alert.pressurePercent())),
                                    getTranslation("bureau.alert.remedy"))
                            .with(new Anchor("quotas/" + alert.name(), getTranslation("look"))));
        }
        Div cards = new Div();
        cards.addClassName("pool-cards");
        home.quotas().forEach(quota -> cards.add(card(quota)));
        if (home.quotas().isEmpty()) {
            cards.add(
                    Notice.of(
                            Status.UNKNOWN,
                            getTranslation("bureau.none"),
                            getTranslation("bureau.none.remedy")));
        }
        add(cards);
    }

    private Section card(QuotaRow quota) {
        Figures figures = Figures.in(getLocale());
        Section card =
                new Section(new H2(new Anchor("quotas/" + quota.name(), quota.bureauName())));
        card.addClassName("card");
        Importance.names(quota.quota())
                .forEach(resource ->
                        card.add(
                                UsageBar.of(
                                        figures.resource(resource),
                                        resource,
                                        quota.used(),
                                        quota.usable(),
                                        getLocale())));
        return card;
    }
}
