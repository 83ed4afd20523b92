package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.jiyun.console.page.Status;
import io.jiyun.console.page.UsageColumn;
import io.jiyun.console.quota.QuotaDetail.Slice;
import io.jiyun.quota.amount.ResourceName;
import java.util.List;

/** The slices of the quota on the bureau's namespaces, and whether each is enforced. */
final class SliceTable extends Section {
    private static final long serialVersionUID = 1L;

    SliceTable(List<Slice> slices) {
        addClassName("card");
        Grid<Slice> grid = new Grid<>();
        // Names of a bureau's namespaces begin alike: cut short they could not be told apart.
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT,
                GridVariant.LUMO_NO_BORDER,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.addColumn(Slice::namespace)
                .setHeader(getTranslation("slice.namespace"))
                .setTooltipGenerator(slice ->
                        slice.pool() + " · " + getTranslation("slice.weight", slice.weight()))
                .setFlexGrow(1);
        var usage = new UsageColumn<Slice>(Slice::used, Slice::granted);
        usage.addTo(grid, getTranslation("quota.cpu"), ResourceName.REQUESTS_CPU);
        usage.addTo(grid, getTranslation("quota.memory"), ResourceName.REQUESTS_MEMORY);
        grid.addColumn(new ComponentRenderer<>(this::enforced))
                .setHeader(getTranslation("slice.enforced"))
                .setWidth("125px")
                .setFlexGrow(0);
        grid.setEmptyStateText(getTranslation("slices.empty"));
        grid.setItems(slices);
        add(new H3(getTranslation("slices")), grid);
    }

    private Span enforced(Slice slice) {
        boolean confirmed = slice.hard() != null && slice.hard().equals(slice.granted());
        String state = confirmed ? "slice.confirmed" : "slice.unconfirmed";
        return (confirmed ? Status.GOOD : Status.BUSY)
                .badge(getTranslation(state), getTranslation(state + ".why"));
    }
}
