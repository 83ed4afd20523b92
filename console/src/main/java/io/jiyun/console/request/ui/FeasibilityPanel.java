package io.jiyun.console.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaPreview.ResourcePreview;
import io.jiyun.console.request.Feasibility;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.Objects;

/** Whether the ask can be granted now: room in the pool, what else waits, recent use, the rule. */
final class FeasibilityPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final Div content = new Div();

    FeasibilityPanel() {
        addClassNames("card", "preview");
        content.getElement().setAttribute("aria-live", "polite");
        add(new H3(getTranslation("feasibility")), content);
    }

    void show(Feasibility feasibility) {
        content.removeAll();
        content.add(
                feasibility.feasible()
                        ? Notice.of(Status.GOOD, getTranslation("feasibility.yes"))
                        : Notice.of(
                                Status.BAD,
                                getTranslation("feasibility.no"),
                                sentences(feasibility.violations())));
        QuotaPreview preview = feasibility.preview();
        UnorderedList facts = new UnorderedList();
        if (preview != null) {
            preview.pools()
                    .forEach(pool ->
                            pool.resources().stream()
                                    .filter(line -> !Objects.equals(line.before(), line.after()))
                                    .forEach(line -> facts.add(fact(pool.pool(), line))));
            if (!preview.warnings().isEmpty()) {
                content.add(
                        Notice.of(
                                Status.WATCH,
                                getTranslation("feasibility.warnings"),
                                sentences(preview.warnings())));
            }
        }
        feasibility
                .waiting()
                .forEach(waiting ->
                        facts.add(
                                new ListItem(
                                        getTranslation(
                                                "feasibility.waiting",
                                                waiting.pool().toString(),
                                                waiting.requests(),
                                                waiting.resources().print().toString()))));
        sentences(feasibility.recent()).forEach(words -> facts.add(new ListItem(words)));
        content.add(facts);
        SpecViolation rule = feasibility.rule();
        if (rule != null) {
            content.add(new Paragraph(Sentences.of(rule, getLocale())));
        }
    }

    void showHint(String words) {
        content.removeAll();
        content.add(new Paragraph(words));
    }

    private ListItem fact(PoolKey pool, ResourcePreview line) {
        Figures figures = Figures.in(getLocale());
        return new ListItem(
                getTranslation(
                        "feasibility.line",
                        pool.toString(),
                        figures.resource(line.resource()),
                        figures.amount(line.before()),
                        figures.amount(line.after()),
                        figures.amount(line.used()),
                        figures.amount(line.leftForThis())));
    }

    private List<String> sentences(List<SpecViolation> violations) {
        return Sentences.of(violations, getLocale());
    }
}
