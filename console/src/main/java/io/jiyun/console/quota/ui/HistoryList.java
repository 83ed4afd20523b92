package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.jiyun.console.page.Figures;
import io.jiyun.console.quota.QuotaChangeLine;
import io.jiyun.console.quota.QuotaDraft;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who changed the quota, when, why, and from what to what; newest first. */
final class HistoryList extends Section {
    private static final long serialVersionUID = 1L;

    HistoryList(List<QuotaChangeLine> changes) {
        addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("history");
        changes.forEach(change -> list.add(line(change)));
        add(new H3(getTranslation("history")));
        add(changes.isEmpty() ? new Paragraph(getTranslation("history.empty")) : list);
    }

    private ListItem line(QuotaChangeLine change) {
        Span head =
                new Span(
                        Figures.moment(change.at())
                                + " · "
                                + change.actor()
                                + " · "
                                + getTranslation("change." + change.kind())
                                + " "
                                + change.changeId());
        head.addClassName("secondary");
        Div differences = new Div();
        differences.addClassName("differences");
        differences(change.before(), change.after())
                .forEach((what, values) -> differences.add(new Span(what + " " + values)));
        return new ListItem(head, new Paragraph(change.reason()), differences);
    }

    private Map<String, String> differences(@Nullable QuotaDraft before, QuotaDraft after) {
        Map<String, String> was = amounts(before);
        Map<String, String> is = amounts(after);
        Map<String, String> different = new TreeMap<>();
        is.forEach((what, value) -> {
            if (!value.equals(was.get(what))) {
                different.put(what, was.getOrDefault(what, Figures.UNKNOWN) + " → " + value);
            }
        });
        was.forEach((what, value) -> {
            if (!is.containsKey(what)) {
                different.put(what, value + " → " + Figures.UNKNOWN);
            }
        });
        return different;
    }

    private Map<String, String> amounts(@Nullable QuotaDraft draft) {
        Map<String, String> amounts = new TreeMap<>();
        if (draft != null) {
            draft.pools()
                    .forEach(pool ->
                            pool.resources()
                                    .forEach((resource, text) ->
                                            amounts.put(
                                                    pool.cloud()
                                                            + "/"
                                                            + pool.pool()
                                                            + " "
                                                            + resource,
                                                    text)));
            draft.namespaces()
                    .forEach(namespace -> amounts.put(namespace.name(), namespace.pool()));
            draft.sharingOrEmpty()
                    .forEach(sharing ->
                            SharingWords.of(sharing, getLocale())
                                    .forEach((what, value) ->
                                            amounts.put(
                                                    sharing.cloud()
                                                            + "/"
                                                            + sharing.pool()
                                                            + " "
                                                            + what,
                                                    value)));
        }
        return amounts;
    }
}
