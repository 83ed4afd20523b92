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
import io.jiyun.console.page.UsageBar;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;

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
        usage(grid, ResourceName.REQUESTS_CPU, "quota.cpu");
        usage(grid, ResourceName.REQUESTS_MEMORY, "quota.memory");
        usage(grid, ResourceName.REQUESTS_STORAGE, "quota.storage");
        grid.setEmptyStateText(getTranslation("quotas.empty"));
        grid.setItems(home.bureaus());
        Section card = new Section(new H2(getTranslation("finance.utilisation")), grid);
        card.addClassName("card");
        add(card);
    }

    private void usage(Grid<BureauUtilisation> grid, ResourceName resource, String header) {
        grid.addColumn(
                        new ComponentRenderer<>(bureau -> {
                            Resources used = bureau.used();
                            UsageBar bar =
                                    new UsageBar(
                                            getTranslation(header),
                                            used == null ? null : used.orZero(resource),
                                            bureau.allocated().get(resource),
                                            getLocale());
                            bar.addClassName("in-grid");
                            return bar;
                        }))
                .setHeader(getTranslation(header))
                .setWidth("200px")
                .setFlexGrow(1);
    }
}
