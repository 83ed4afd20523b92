package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import io.jiyun.console.page.Figures;
import io.jiyun.console.quota.WhatIf.Holder;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;

/** Who holds a pool: quotas in force or decided, and requests that wait. */
final class HoldersCard extends Section {
    private static final long serialVersionUID = 1L;

    HoldersCard() {
        addClassName("card");
        setVisible(false);
    }

    void show(PoolKey pool, List<Holder> holders) {
        removeAll();
        setVisible(true);
        Figures figures = Figures.in(getLocale());
        Grid<Holder> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(Holder::name).setHeader(getTranslation("whatif.holder"));
        for (ResourceName resource :
                List.of(ResourceName.REQUESTS_CPU, ResourceName.REQUESTS_MEMORY)) {
            grid.addColumn(holder -> figures.amount(holder.held().orZero(resource)))
                    .setHeader(figures.resource(resource));
        }
        grid.setItems(holders);
        grid.setEmptyStateText(getTranslation("whatif.nobody"));
        add(new H3(getTranslation("whatif.holders", pool.toString())), grid);
    }
}
