package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaDetail.GrantLine;
import java.util.List;
import java.util.stream.Collectors;

/** The approved amounts the quota is the sum of, and from when until when each counts. */
final class GrantTable extends Section {
    private static final long serialVersionUID = 1L;

    GrantTable(List<GrantLine> grants) {
        addClassName("card");
        Grid<GrantLine> grid = new Grid<>();
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT,
                GridVariant.LUMO_NO_BORDER,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.addColumn(GrantLine::requestId)
                .setHeader(getTranslation("grant.request"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(grant -> grant.pool().toString())
                .setHeader(getTranslation("grant.pool"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(this::amounts).setHeader(getTranslation("grant.amounts")).setFlexGrow(1);
        grid.addColumn(new ComponentRenderer<>(this::validity))
                .setHeader(getTranslation("grant.validity"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.setEmptyStateText(getTranslation("grants.empty"));
        grid.setItems(grants);
        add(new H3(getTranslation("grants")), grid);
    }

    private String amounts(GrantLine grant) {
        Figures figures = Figures.in(getLocale());
        return Importance.names(grant.resources()).stream()
                .map(each ->
                        figures.resource(each) + " " + figures.amount(grant.resources().get(each)))
                .collect(Collectors.joining(getTranslation("separator")));
    }

    private Span validity(GrantLine grant) {
        String period =
                getTranslation(
                        "grant.period",
                        Figures.moment(grant.validFrom()),
                        Figures.moment(grant.validUntil()));
        return grant.valid()
                ? Status.GOOD.badge(getTranslation("grant.valid"), period)
                : Status.UNKNOWN.badge(getTranslation("grant.invalid"), period);
    }
}
