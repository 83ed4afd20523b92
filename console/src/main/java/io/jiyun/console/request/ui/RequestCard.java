package io.jiyun.console.request.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.jiyun.console.page.AskForMore;
import io.jiyun.console.page.Importance;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaDetail.PoolQuota;
import io.jiyun.console.request.RequestRow;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Open requests of a quota; where more is used than there is, asking for the difference. */
final class RequestCard extends Section {
    private static final long serialVersionUID = 1L;

    RequestCard(QuotaDetail quota, List<RequestRow> open, boolean files) {
        addClassName("card");
        add(new H3(getTranslation("requests.title")));
        UnorderedList list = new UnorderedList();
        open.forEach(row -> list.add(item(row)));
        add(open.isEmpty() ? new Paragraph(getTranslation("request.none-open")) : list);
        if (files) {
            UnorderedList asks = new UnorderedList();
            for (PoolQuota pool : quota.pools()) {
                String name = quota.row().name();
                asks.add(new ListItem(new AskForMore(name, pool.pool())));
                missing(pool)
                        .forEach((resource, amount) ->
                                asks.add(
                                        new ListItem(
                                                new AskForMore(
                                                        name, pool.pool(), resource, amount))));
            }
            add(asks);
        }
    }

    private ListItem item(RequestRow row) {
        return new ListItem(
                new Anchor(
                        "requests/" + row.number(),
                        row.number() + " · " + getTranslation("request.type." + row.type())),
                new Span(" "),
                States.of(row).badge(getTranslation("request.state." + row.state()), row.reason()));
    }

    /** What is used beyond the quota, by resource. */
    private static Map<ResourceName, Amount> missing(PoolQuota pool) {
        Map<ResourceName, Amount> missing = new LinkedHashMap<>();
        Resources used = pool.used();
        if (used != null) {
            Resources excess = used.excessOver(pool.decided());
            Importance.names(excess).forEach(name -> missing.put(name, excess.orZero(name)));
        }
        return missing;
    }
}
