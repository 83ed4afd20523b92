package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.AskForMore;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaPreview.PoolPreview;
import io.jiyun.console.quota.QuotaPreview.ResourcePreview;
import io.jiyun.console.quota.QuotaPreview.SharingPreview;
import io.jiyun.quota.amount.Amount;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** What the change would do: before and after, whether it fits, who is affected. */
final class PreviewPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final Div content = new Div();

    PreviewPanel() {
        addClassNames("card", "preview");
        content.getElement().setAttribute("aria-live", "polite");
        add(new H3(getTranslation("preview")), content);
    }

    void show(QuotaPreview preview) {
        content.removeAll();
        if (!preview.violations().isEmpty()) {
            content.add(
                    Notice.of(
                            Status.BAD,
                            getTranslation("preview.refused"),
                            sentences(preview.violations())));
            askForMore(preview);
        }
        if (!preview.warnings().isEmpty()) {
            content.add(
                    Notice.of(
                            Status.WATCH,
                            getTranslation("preview.warnings"),
                            sentences(preview.warnings())));
        }
        preview.pools().forEach(pool -> content.add(table(pool)));
        preview.sharing().forEach(sharing -> content.add(sharing(sharing)));
        if (preview.acceptable()) {
            content.add(Notice.of(Status.GOOD, getTranslation("preview.fits"), affected(preview)));
        }
    }

    /** What the pool lacks can be asked for; of a quota that is not there yet it cannot. */
    private void askForMore(QuotaPreview preview) {
        if (preview.version() == 0) {
            return;
        }
        for (PoolPreview pool : preview.pools()) {
            for (ResourcePreview line : pool.resources()) {
                Amount wanted = line.after();
                Amount left = line.leftForThis();
                if (!line.fits() && wanted != null && left != null) {
                    content.add(
                            new Paragraph(
                                    new AskForMore(
                                            preview.name(),
                                            pool.pool(),
                                            line.resource(),
                                            wanted.minusToZero(left))));
                }
            }
        }
    }

    /** Says what belongs here before anything was written. */
    void showHint(String hint) {
        content.removeAll();
        content.add(new Span(hint));
    }

    private String affected(QuotaPreview preview) {
        String namespaces =
                preview.affectedNamespaces().isEmpty()
                        ? getTranslation("preview.nobody")
                        : getTranslation(
                                "preview.namespaces",
                                String.join(
                                        getTranslation("separator"), preview.affectedNamespaces()));
        return preview.affectedQuotas().isEmpty()
                ? namespaces
                : namespaces
                        + " "
                        + getTranslation(
                                "preview.quotas",
                                String.join(getTranslation("separator"), preview.affectedQuotas()));
    }

    private Component table(PoolPreview pool) {
        NativeTableRow heads = new NativeTableRow();
        for (String head : List.of("resource", "before", "after", "used", "left")) {
            heads.add(new NativeTableHeaderCell(getTranslation("preview." + head)));
        }
        NativeTableBody body = new NativeTableBody();
        pool.resources().stream()
                .sorted(Comparator.comparing(ResourcePreview::resource, Importance.ORDER))
                .forEach(resource -> body.add(row(resource)));
        NativeTable table = new NativeTable(new NativeTableHeader(heads), body);
        table.addClassName("figures");
        return new Div(new H4(pool.pool().toString()), table);
    }

    private Component sharing(SharingPreview change) {
        SequencedMap<String, String> was = SharingWords.of(change.before(), getLocale());
        SequencedMap<String, String> is = SharingWords.of(change.after(), getLocale());
        SequencedSet<String> all = new LinkedHashSet<>(was.sequencedKeySet());
        all.addAll(is.sequencedKeySet());
        Div lines = new Div();
        lines.addClassName("differences");
        for (String what : all) {
            String before = was.getOrDefault(what, Figures.UNKNOWN);
            String after = is.getOrDefault(what, Figures.UNKNOWN);
            if (!before.equals(after)) {
                lines.add(new Span(what + " " + before + " → " + after));
            }
        }
        return new Div(new H4(getTranslation("sharing") + " " + change.pool()), lines);
    }

    private NativeTableRow row(ResourcePreview resource) {
        Figures figures = Figures.in(getLocale());
        NativeTableCell after = new NativeTableCell(figures.amount(resource.after()));
        after.addClassName("after");
        if (!Objects.equals(resource.before(), resource.after())) {
            after.addClassName("changed");
        }
        NativeTableCell left = new NativeTableCell(figures.amount(resource.leftForThis()));
        if (!resource.fits()) {
            left.add(sign(Status.BAD, "preview.short"));
        } else if (resource.belowUse()) {
            left.add(sign(Status.WATCH, "preview.below"));
        }
        NativeTableRow row =
                new NativeTableRow(
                        new NativeTableCell(figures.resource(resource.resource())),
                        new NativeTableCell(figures.amount(resource.before())),
                        after,
                        new NativeTableCell(figures.amount(resource.used())),
                        left);
        row.setTitle(Figures.exact(resource.before()) + " → " + Figures.exact(resource.after()));
        return row;
    }

    private Span sign(Status status, String text) {
        return status.badge(getTranslation(text), getTranslation(text));
    }

    private List<String> sentences(List<SpecViolation> violations) {
        return Sentences.of(violations, getLocale());
    }
}
