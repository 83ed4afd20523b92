package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.UsageBar;
import io.jiyun.console.quota.QuotaFamily;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.quota.amount.ResourceName;

/** Where the quota stands in the tree: what it is part of, and what is part of it. */
final class FamilyCard extends Section {
    private static final long serialVersionUID = 1L;

    FamilyCard(QuotaFamily family, QuotaRow self) {
        addClassNames("card", "family");
        UnorderedList root = new UnorderedList();
        UnorderedList level = root;
        for (QuotaRow row : family.above()) {
            level = below(level, item(row, false));
        }
        level = below(level, item(self, true));
        for (QuotaRow child : family.children()) {
            level.add(item(child, false));
        }
        add(new H3(getTranslation("family")), root);
    }

    private static UnorderedList below(UnorderedList level, ListItem item) {
        UnorderedList next = new UnorderedList();
        item.add(next);
        level.add(item);
        return next;
    }

    private ListItem item(QuotaRow row, boolean self) {
        Div line = new Div();
        line.addClassName("family-line");
        if (self) {
            Span name = new Span(row.bureauName() + " · " + row.name());
            name.addClassName("family-self");
            line.add(name);
        } else {
            line.add(new Anchor("quotas/" + row.name(), row.bureauName() + " · " + row.name()));
        }
        Figures figures = Figures.in(getLocale());
        line.add(
                UsageBar.of(
                        figures.resource(ResourceName.REQUESTS_CPU),
                        ResourceName.REQUESTS_CPU,
                        row.used(),
                        row.usable(),
                        getLocale()));
        return new ListItem(line);
    }
}
