package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Status;
import io.jiyun.console.page.UsageBar;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.QuotaSort;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quotas, fetched from the service as far as they are scrolled to. */
final class QuotaGrid extends Grid<QuotaRow> {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_AT_ONCE = 25;

    /** A cell of {@code used / quota} with its bar, drawn in the browser. */
    private static final String USAGE =
            """
            <div class="usage in-grid" title="${item.exact}">
              <span class="usage-figures">${item.figures}</span>
              <span class="usage-percent">${item.percent}</span>
              <div class="usage-bar">
                <div class="usage-fill ${item.level}" style="width:${item.width}"></div>
              </div>
            </div>\
            """;

    private static final String BADGE =
            """
            <span class="status ${item.style}" title="${item.why}">
              <vaadin-icon icon="${item.icon}"></vaadin-icon><span>${item.word}</span>
            </span>\
            """;

    private transient QuotaFilter filter = QuotaFilter.ALL;
    private final transient Figures figures = Figures.in(getLocale());

    QuotaGrid(QuotaService quotas) {
        super(QuotaRow.class, false);
        // A wall screen shows no more; what was sent last is kept for each person.
        setPageSize(ROWS_AT_ONCE);
        addThemeVariants(GridVariant.LUMO_COMPACT);
        addClassName("rows-36");
        setSizeFull();
        setColumnReorderingAllowed(true);
        text("quota.bureau", "BUREAU", QuotaRow::bureauName, "220px")
                .setTooltipGenerator(row -> row.bureauName() + " · " + row.bureauCode())
                .setFlexGrow(2);
        text("quota.name", "NAME", QuotaRow::name, "130px");
        usage("quota.cpu", "CPU", ResourceName.REQUESTS_CPU);
        usage("quota.memory", "MEMORY", ResourceName.REQUESTS_MEMORY);
        badge(
                "quota.pressure",
                "PRESSURE",
                this::pressure,
                row -> States.of(row.pressure()),
                "pressure.");
        badge(
                "quota.state",
                "STATE",
                row -> getTranslation("state." + row.state()),
                row -> States.of(row.state()),
                "state.");
        text("quota.changed", "CHANGED", row -> Figures.moment(row.changedAt()), "145px");
        setEmptyStateText(getTranslation("quotas.empty"));
        setDataProvider(
                new CallbackDataProvider<>(
                        query ->
                                quotas
                                        .page(
                                                filter,
                                                order(query.getSortOrders()),
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> Math.toIntExact(quotas.count(filter)),
                        QuotaRow::name));
        sort(List.of(new GridSortOrder<>(getColumnByKey("PRESSURE"), SortDirection.DESCENDING)));
    }

    void show(QuotaFilter shown) {
        filter = shown;
        getDataProvider().refreshAll();
    }

    /** Leaves out what the detail beside the list says better. */
    void narrow(boolean narrow) {
        for (String key : List.of("NAME", "MEMORY", "STATE", "CHANGED")) {
            getColumnByKey(key).setVisible(!narrow);
        }
        getColumnByKey("BUREAU").setWidth(narrow ? "170px" : "220px");
        getColumnByKey("CPU").setWidth(narrow ? "150px" : "190px");
    }

    private String pressure(QuotaRow row) {
        String word = getTranslation("pressure." + row.pressure());
        return row.pressurePercent() == null ? word : word + " " + row.pressurePercent() + "%";
    }

    private Column<QuotaRow> text(
            String header, String key, ValueProvider<QuotaRow, String> value, String width) {
        return addColumn(value)
                .setHeader(getTranslation(header))
                .setKey(key)
                .setSortProperty(key)
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private void usage(String header, String key, ResourceName resource) {
        addColumn(
                        LitRenderer.<QuotaRow>of(USAGE)
                                .withProperty("exact", row -> exact(row, resource))
                                .withProperty("figures", row -> pair(row, resource))
                                .withProperty(
                                        "percent", row -> Figures.percent(percent(row, resource)))
                                .withProperty(
                                        "level", row -> UsageBar.level(percent(row, resource)))
                                .withProperty("width", row -> width(percent(row, resource))))
                .setHeader(getTranslation(header))
                .setKey(key)
                .setSortProperty(key)
                .setWidth("190px")
                .setFlexGrow(1)
                .setResizable(true);
    }

    private void badge(
            String header,
            String key,
            ValueProvider<QuotaRow, String> word,
            ValueProvider<QuotaRow, Status> status,
            String whyPrefix) {
        addColumn(
                        LitRenderer.<QuotaRow>of(BADGE)
                                .withProperty("style", row -> status.apply(row).style())
                                .withProperty("icon", row -> status.apply(row).iconName())
                                .withProperty("word", word)
                                .withProperty(
                                        "why",
                                        row ->
                                                getTranslation(
                                                        whyPrefix
                                                                + (whyPrefix.equals("state.")
                                                                        ? row.state()
                                                                        : row.pressure())
                                                                + ".why")))
                .setHeader(getTranslation(header))
                .setKey(key)
                .setSortProperty(key)
                .setWidth("125px")
                .setFlexGrow(0)
                .setResizable(true);
    }

    private String pair(QuotaRow row, ResourceName resource) {
        return figures.pair(used(row, resource), row.usable().get(resource));
    }

    private static String exact(QuotaRow row, ResourceName resource) {
        return Figures.exact(used(row, resource))
                + " / "
                + Figures.exact(row.usable().get(resource));
    }

    private static @Nullable Amount used(QuotaRow row, ResourceName resource) {
        Resources used = row.used();
        return used == null ? null : used.orZero(resource);
    }

    private static @Nullable Integer percent(QuotaRow row, ResourceName resource) {
        Amount used = used(row, resource);
        Percentage share = used == null ? null : Percentage.of(used, row.usable().get(resource));
        return share == null ? null : share.value();
    }

    private static String width(@Nullable Integer percent) {
        return (percent == null ? 0 : Math.min(100, percent)) + "%";
    }

    private static QuotaSort order(List<QuerySortOrder> orders) {
        if (orders.isEmpty()) {
            return QuotaSort.BY_NAME;
        }
        QuerySortOrder order = orders.getFirst();
        return new QuotaSort(
                QuotaSort.Field.valueOf(order.getSorted()),
                order.getDirection() == SortDirection.ASCENDING);
    }
}
