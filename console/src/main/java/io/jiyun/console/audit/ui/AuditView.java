package io.jiyun.console.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditFilter;
import io.jiyun.console.audit.AuditService;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.SearchField;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Every decision of a person: who, when, from where, before and after. */
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed("AUDITOR")
class AuditView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final VerdictLine verdict = new VerdictLine();
    private String text = "";

    AuditView(AuditService audit) {
        addClassNames("page", "fills");
        setId("content");
        Grid<AuditEntry> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.addClassName("rows-36");
        grid.setSizeFull();
        grid.addColumn(AuditEntry::sequence).setHeader("#").setWidth("80px").setFlexGrow(0);
        grid.addColumn(entry -> Figures.moment(entry.at()))
                .setHeader(getTranslation("audit.at"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::actor).setHeader(getTranslation("audit.actor")).setFlexGrow(1);
        grid.addColumn(this::action)
                .setTooltipGenerator(AuditEntry::action)
                .setHeader(getTranslation("audit.action"))
                .setFlexGrow(1);
        grid.addColumn(AuditEntry::subject)
                .setHeader(getTranslation("audit.subject"))
                .setFlexGrow(2);
        grid.addColumn(AuditEntry::origin).setHeader(getTranslation("audit.origin")).setFlexGrow(1);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(this::values));
        grid.setEmptyStateText(getTranslation("audit.empty"));
        grid.setDataProvider(
                DataProvider.fromCallbacks(
                        query ->
                                audit
                                        .page(
                                                new AuditFilter(text),
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> Math.toIntExact(audit.count(new AuditFilter(text)))));
        SearchField search = new SearchField(getTranslation("audit.search"));
        search.addValueChangeListener(change -> {
            text = change.getValue().strip();
            grid.getDataProvider().refreshAll();
        });
        Button verify = new Button(getTranslation("audit.verify"), VaadinIcon.SHIELD.create());
        verify.addClickListener(click -> verdict.show(audit.verify()));
        Anchor export =
                new Anchor(
                        (DownloadHandler)
                                event -> {
                                    event.setFileName("audit.csv");
                                    event.setContentType("text/csv;charset=UTF-8");
                                    audit.export(
                                            new AuditFilter(text),
                                            () ->
                                                    new OutputStreamWriter(
                                                            event.getOutputStream(),
                                                            StandardCharsets.UTF_8));
                                },
                        getTranslation("audit.export"));
        Div filters = new Div(search, verify, export);
        filters.addClassName("filters");
        add(
                new PageHeader(getTranslation("audit.title"), getTranslation("audit.answers")),
                filters,
                verdict,
                grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · 集云 Jiyun";
    }

    private String action(AuditEntry entry) {
        return AuditAction.of(entry.action())
                .map(known -> getTranslation("audit.action." + known.code()))
                .orElse(entry.action());
    }

    private Pre values(AuditEntry entry) {
        String before = entry.before() == null ? Figures.UNKNOWN : entry.before();
        String after = entry.after() == null ? Figures.UNKNOWN : entry.after();
        Pre values =
                new Pre(
                        before
                                + "\n→\n"
                                + after
                                + "\n"
                                + entry.digest()
                                + " "
                                + entry.hash()
                                + (entry.requestId() == null
                                        ? ""
                                        : "\n"
                                                + getTranslation("audit.call")
                                                + " "
                                                + entry.requestId()));
        values.addClassName("audit-values");
        return values;
    }
}
