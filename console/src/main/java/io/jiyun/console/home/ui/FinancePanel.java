package io.jiyun.console.home.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.jiyun.console.home.FinanceHome;
import io.jiyun.console.home.FinanceHome.BureauUtilisation;
import io.jiyun.console.page.UsageColumn;
import io.jiyun.quota.amount.ResourceName;

/** What was allocated to each bureau and how much of it is used. */
final class FinancePanel extends Div {
    private static final long serialVersionUID = 1L;

    FinancePanel(FinanceHome home) {
        Grid<BureauUtilisation> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(
                        new ComponentRenderer<>(bureau ->
                                new Anchor("quotas?q=" + bureau.bureauCode(), bureau.bureauName())))
                .setHeader(getTranslation("quota.bureau"))
                .setFlexGrow(1);
        var usage =
                new UsageColumn<BureauUtilisation>(
                        BureauUtilisation::used, BureauUtilisation::allocated);
        usage.addTo(grid, getTranslation("quota.cpu"), ResourceName.REQUESTS_CPU);
        usage.addTo(grid, getTranslation("quota.memory"), ResourceName.REQUESTS_MEMORY);
        if (home.bureaus().stream()
                .anyMatch(each -> each.allocated().mentions(ResourceName.REQUESTS_STORAGE))) {
            usage.addTo(grid, getTranslation("quota.storage"), ResourceName.REQUESTS_STORAGE);
        }
        grid.setEmptyStateText(getTranslation("quotas.empty"));
        grid.setItems(home.bureaus());
        Section card = new Section(new H2(getTranslation("finance.utilisation")), grid);
        card.addClassName("card");
        add(card);
    }
}
