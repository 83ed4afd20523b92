package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.QuotaSection;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaFamily;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.shell.Live;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** One quota: how far it has come, what is used of it, where it stands, and how it came about. */
@Route(value = "quotas/:name", layout = QuotasLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD", "FINANCE", "AUDITOR"})
class QuotaView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient QuotaService quotas;
    private final transient List<QuotaSection> sections;
    private final transient Clock clock;
    private final boolean mayChange;
    private final Div facts = new Div();
    private String name = "";
    private String title = "";
    private QueryParameters query = QueryParameters.empty();

    QuotaView(
            QuotaService quotas,
            List<QuotaSection> sections,
            CurrentActor current,
            LiveUpdates updates,
            Clock clock) {
        this.quotas = quotas;
        this.sections = sections;
        this.clock = clock;
        mayChange = current.require().role() == Role.CLOUD_ADMIN;
        addClassName("detail");
        Live.follow(this, updates, update -> update.quotas().contains(name), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("name").orElse("");
        query = event.getLocation().getQueryParameters();
        removeAll();
        try {
            QuotaDetail detail = quotas.detail(name);
            title = detail.row().bureauName();
            add(header(detail), facts);
            show(detail);
            QuotaFamily family = quotas.family(name);
            if (!family.isAlone()) {
                add(new FamilyCard(family, detail.row()));
            }
            SliceMovement.of(quotas.movement(name), clock.instant(), getLocale())
                    .ifPresent(this::add);
            sections.forEach(section -> section.of(name).ifPresent(this::add));
            add(new HistoryList(quotas.history(name)));
        } catch (QuotaNotFound e) {
            title = name;
            add(
                    Notice.of(
                            Status.UNKNOWN,
                            getTranslation("quota.absent", name),
                            getTranslation("quota.absent.remedy")));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · 集云 Jiyun";
    }

    private void refresh() {
        try {
            show(quotas.detail(name));
        } catch (QuotaNotFound e) {
            facts.removeAll();
            facts.add(Notice.of(Status.UNKNOWN, getTranslation("quota.absent", name)));
        }
    }

    private void show(QuotaDetail detail) {
        facts.removeAll();
        facts.add(new ProgressSteps(detail.row().state()));
        String failure = detail.failure();
        if (failure != null) {
            facts.add(Notice.of(Status.BAD, getTranslation("quota.failed"), failure));
        }
        if (!detail.violations().isEmpty()) {
            List<String> sentences = Sentences.of(detail.violations(), getLocale());
            facts.add(Notice.of(Status.BAD, getTranslation("quota.refused"), sentences));
        }
        if (detail.row().conditions().contains("OverQuota")) {
            facts.add(
                    Notice.of(
                            Status.BAD,
                            getTranslation("quota.over"),
                            getTranslation("quota.over.meaning")));
        }
        detail.conditions().stream()
                .filter(each -> each.type().equals("Expiring") && each.status().equals("True"))
                .forEach(each -> facts.add(expiring(each)));
        if (!detail.shortages().isEmpty()) {
            facts.add(new ShortageCard(detail.shortages()));
        }
        List<QuotaDraft.SharingDraft> agreed = detail.draft().sharingOrEmpty();
        if (!detail.loans().isEmpty() || !agreed.isEmpty()) {
            facts.add(new LoanCard(detail.loans(), agreed));
        }
        facts.add(new PoolUsageCards(detail.pools()), new SliceTable(detail.slices()));
        facts.add(new GrantTable(detail.grants()));
    }

    private Notice expiring(QuotaDetail.ConditionLine condition) {
        return Notice.of(
                Status.WATCH,
                getTranslation("quota.expiring"),
                condition.message(),
                getTranslation("quota.expiring.remedy"));
    }

    private Div header(QuotaDetail detail) {
        Span subtitle = new Span(detail.row().name() + " · " + detail.row().bureauCode());
        subtitle.addClassName("secondary");
        Div words = new Div(new H2(title), subtitle);
        words.addClassName("page-words");
        Div actions = new Div();
        actions.addClassName("page-actions");
        if (mayChange) {
            Button edit =
                    new Button(
                            getTranslation("quota.edit"),
                            VaadinIcon.EDIT.create(),
                            click ->
                                    UI.getCurrent()
                                            .navigate(
                                                    QuotaEditView.class,
                                                    new RouteParameters("name", name)));
            edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Button whatIf =
                    new Button(
                            getTranslation("whatif"),
                            VaadinIcon.QUESTION_CIRCLE_O.create(),
                            click ->
                                    UI.getCurrent()
                                            .navigate(
                                                    WhatIfView.class,
                                                    new RouteParameters("name", name)));
            actions.add(whatIf, edit);
        }
        Button close =
                new Button(
                        VaadinIcon.CLOSE.create(),
                        click -> UI.getCurrent().navigate("quotas", query));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(getTranslation("close"));
        actions.add(close);
        Div header = new Div(words, actions);
        header.addClassName("detail-header");
        return header;
    }
}
