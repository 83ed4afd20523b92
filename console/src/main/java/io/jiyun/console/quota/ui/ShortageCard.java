package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.quota.Shortage;
import io.jiyun.console.quota.Shortage.Holding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why something is short: the level, the sentence, who holds it, who can give more. */
final class ShortageCard extends Section {
    private static final long serialVersionUID = 1L;

    ShortageCard(List<Shortage> shortages) {
        addClassNames("card", "shortages");
        UnorderedList list = new UnorderedList();
        shortages.forEach(shortage -> list.add(item(shortage)));
        add(new H3(getTranslation("shortage")), list);
    }

    private ListItem item(Shortage shortage) {
        Span level = new Span(text("level", shortage.level()));
        level.addClassName("chip");
        ListItem item =
                new ListItem(new Div(level, new Span(Sentences.of(shortage.said(), getLocale()))));
        if (!shortage.holders().isEmpty()) {
            item.add(
                    secondary(
                            shortage.level() == Level.LOAN
                                    ? "shortage.lenders"
                                    : "shortage.holders",
                            shortage.holders().stream()
                                    .map(this::held)
                                    .collect(Collectors.joining(separator()))));
        }
        if (!shortage.approvers().isEmpty()) {
            item.add(
                    secondary(
                            "shortage.approvers",
                            shortage.approvers().stream()
                                    .map(each -> text("approver", each))
                                    .collect(Collectors.joining(" → "))));
        }
        return item;
    }

    private Div secondary(String key, String words) {
        Div line = new Div(getTranslation(key, words));
        line.addClassName("secondary");
        return line;
    }

    private String held(Holding holding) {
        String name = holding.name();
        return (name == null ? getTranslation("shortage.others") : name)
                + " "
                + Figures.in(getLocale()).amount(holding.amount());
    }

    private String separator() {
        return getLocale().getLanguage().equals("zh") ? "、" : ", ";
    }

    private String text(String group, Enum<?> of) {
        return getTranslation("shortage." + group + "." + of.name().toLowerCase(Locale.ROOT));
    }
}
