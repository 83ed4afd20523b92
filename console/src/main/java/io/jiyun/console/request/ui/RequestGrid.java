package io.jiyun.console.request.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.jiyun.console.page.Figures;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestSort;
import java.util.List;

/** Requests, fetched as far as they are scrolled to. */
final class RequestGrid extends Grid<RequestRow> {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_AT_ONCE = 25;
    private static final String BADGE =
            """
            <span class="status ${item.style}"><vaadin-icon icon="${item.icon}"></vaadin-icon>\
            <span>${item.word}</span></span>\
            """;

    private transient RequestFilter filter = RequestFilter.ALL;

    /** Fetches one page. */
    @FunctionalInterface
    interface Page {
        List<RequestRow> of(RequestFilter filter, RequestSort sort, int offset, int limit);
    }

    /** Counts all. */
    @FunctionalInterface
    interface Total {
        long of(RequestFilter filter);
    }

    RequestGrid(Page page, Total total, RequestSort order, String empty, Dues dues) {
        super(RequestRow.class, false);
        // A wall screen shows no more; what was sent last is kept for each person.
        setPageSize(ROWS_AT_ONCE);
        addThemeVariants(GridVariant.LUMO_COMPACT);
        addClassName("rows-36");
        setSizeFull();
        number();
        column(
                "requests.type",
                "TYPE",
                row -> getTranslation("request.type." + row.type()),
                "110px");
        column("requests.bureau", "BUREAU", RequestRow::bureauName, "190px");
        addColumn(RequestRow::reason)
                .setHeader(getTranslation("requests.reason"))
                .setFlexGrow(2)
                .setTooltipGenerator(RequestRow::reason);
        badge(
                "requests.state",
                "STATE",
                row -> States.of(row).style(),
                States::of,
                row -> getTranslation("request.state." + row.state()));
        badge(
                "requests.due",
                "DUE",
                row -> row.dueOn() == null ? "none" : dues.status(row).style(),
                dues::status,
                dues::words);
        column("requests.changed", "CHANGED", row -> Figures.moment(row.changedAt()), "145px");
        setEmptyStateText(empty);
        setDataProvider(
                new CallbackDataProvider<>(
                        query ->
                                page
                                        .of(
                                                filter,
                                                order(query.getSortOrders(), order),
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> Math.toIntExact(total.of(filter)),
                        RequestRow::number));
        sort(
                List.of(
                        new GridSortOrder<>(
                                getColumnByKey(order.field().name()),
                                order.ascending()
                                        ? SortDirection.ASCENDING
                                        : SortDirection.DESCENDING)));
    }

    void show(RequestFilter shown) {
        filter = shown;
        getDataProvider().refreshAll();
    }

    /** A link, so that a request can be opened by keyboard, and in a tab of its own. */
    private void number() {
        addColumn(
                        LitRenderer.<RequestRow>of(
                                        "<a href=\"requests/${item.number}\">${item.number}</a>")
                                .withProperty("number", RequestRow::number))
                .setHeader(getTranslation("requests.number"))
                .setKey("NUMBER")
                .setSortProperty("NUMBER")
                .setWidth("155px")
                .setFlexGrow(0)
                .setResizable(true);
    }

    /** Where all are of one bureau, its name says nothing and the reasons need the room. */
    RequestGrid ofOneBureau(boolean one) {
        getColumnByKey("BUREAU").setVisible(!one);
        return this;
    }

    private Column<RequestRow> column(
            String header, String key, ValueProvider<RequestRow, String> value, String width) {
        return addColumn(value)
                .setHeader(getTranslation(header))
                .setKey(key)
                .setSortProperty(key)
                .setWidth(width)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private void badge(
            String header,
            String key,
            ValueProvider<RequestRow, String> style,
            ValueProvider<RequestRow, io.jiyun.console.page.Status> status,
            ValueProvider<RequestRow, String> word) {
        addColumn(
                        LitRenderer.<RequestRow>of(BADGE)
                                .withProperty("style", style)
                                .withProperty("icon", row -> status.apply(row).iconName())
                                .withProperty("word", word))
                .setHeader(getTranslation(header))
                .setKey(key)
                .setSortProperty(key)
                .setWidth("140px")
                .setFlexGrow(0);
    }

    private static RequestSort order(List<QuerySortOrder> orders, RequestSort otherwise) {
        return orders.isEmpty()
                ? otherwise
                : new RequestSort(
                        RequestSort.Field.valueOf(orders.getFirst().getSorted()),
                        orders.getFirst().getDirection() == SortDirection.ASCENDING);
    }
}
