package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.jiyun.console.page.Figures;
import io.jiyun.console.quota.LoanLine;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.amount.Resources;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is borrowed and lent, from and to whom, until when it has to be back, and what is agreed.
 */
final class LoanCard extends Section {
    private static final long serialVersionUID = 1L;

    LoanCard(List<LoanLine> loans, List<SharingDraft> agreed) {
        addClassNames("card", "loans");
        UnorderedList list = new UnorderedList();
        loans.forEach(loan -> list.add(item(loan)));
        add(new H3(getTranslation("loan")), list);
        if (loans.isEmpty()) {
            add(new Paragraph(getTranslation("loan.none")));
        }
        agreed.forEach(sharing -> add(agreed(sharing)));
    }

    private Div agreed(SharingDraft sharing) {
        Div line =
                new Div(
                        getTranslation(
                                "loan.agreed",
                                sharing.cloud() + "/" + sharing.pool(),
                                SharingWords.line(sharing, getLocale())));
        line.addClassName("secondary");
        return line;
    }

    private ListItem item(LoanLine loan) {
        String counterpart = loan.counterpart();
        Span words =
                new Span(
                        getTranslation(
                                loan.borrowed() ? "loan.from" : "loan.to",
                                counterpart == null
                                        ? getTranslation("shortage.others")
                                        : counterpart,
                                amounts(loan.amount()),
                                loan.pool().toString()));
        ListItem item = new ListItem(words);
        Instant due = loan.due();
        if (due != null) {
            Div recalled =
                    new Div(
                            getTranslation(
                                    loan.borrowed() ? "loan.due" : "loan.awaited",
                                    Figures.moment(due)));
            recalled.addClassName("secondary");
            item.add(recalled);
        }
        return item;
    }

    private String amounts(Resources resources) {
        Figures figures = Figures.in(getLocale());
        return resources.names().stream()
                .map(name -> figures.resource(name) + " " + figures.amount(resources.orZero(name)))
                .collect(Collectors.joining(getLocale().getLanguage().equals("zh") ? "、" : ", "));
    }
}
