package io.jiyun.console.home.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.UsageColumn;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.quota.amount.ResourceName;
import java.util.List;

/** A short list of quotas on a home page, each leading to its detail. */
final class QuotaLines extends Section {
    private static final long serialVersionUID = 1L;

    QuotaLines(String title, String empty, List<QuotaRow> rows) {
        addClassName("card");
        Grid<QuotaRow> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(
                        new ComponentRenderer<>(
                                row -> new Anchor("quotas/" + row.name(), row.bureauName())))
                .setHeader(getTranslation("quota.bureau"))
                .setFlexGrow(1);
        var usage = new UsageColumn<QuotaRow>(QuotaRow::used, QuotaRow::quota);
        usage.addTo(grid, getTranslation("quota.cpu"), ResourceName.REQUESTS_CPU);
        usage.addTo(grid, getTranslation("quota.memory"), ResourceName.REQUESTS_MEMORY);
        grid.addColumn(row ->
                        getTranslation("pressure." + row.pressure())
                                + " "
                                + Figures.percent(row.pressurePercent()))
                .setHeader(getTranslation("quota.pressure"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(row -> getTranslation("state." + row.state()))
                .setHeader(getTranslation("quota.state"))
                .setWidth("90px")
                .setFlexGrow(0);
        grid.setEmptyStateText(empty);
        grid.setItems(rows);
        add(new H2(title), grid);
    }
}
