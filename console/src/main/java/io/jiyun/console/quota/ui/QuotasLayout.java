package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.QueryParameters;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.shell.Live;
import io.jiyun.console.shell.MainLayout;
import io.jiyun.quota.tree.PoolKey;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of quotas with, beside it, the one that was opened. */
@ParentLayout(MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD", "FINANCE", "AUDITOR"})
class QuotasLayout extends MasterDetailLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final QuotaGrid grid;
    private final QuotaFilterBar filters;
    private QueryParameters query = QueryParameters.empty();

    QuotasLayout(
            QuotaService quotas, CloudCatalogue clouds, CurrentActor current, LiveUpdates updates) {
        Role role = current.require().role();
        addClassName("quotas");
        setSizeFull();
        setMasterSize("480px");
        setDetailSize("620px");
        setExpandMaster(true);
        grid = new QuotaGrid(quotas);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("quotas/" + click.getItem().name(), query));
        filters = new QuotaFilterBar(pools(clouds, role), QuotasLayout::narrow);
        String kind = role.ofBureau() ? "quotas.own" : "quotas";
        PageHeader header =
                new PageHeader(getTranslation(kind + ".title"), getTranslation(kind + ".answers"));
        if (role == Role.CLOUD_ADMIN) {
            header.with(createButton());
        }
        Div master = new Div(header, filters, grid);
        master.addClassNames("page", "fills");
        master.setId("content");
        setMaster(master);
        Live.follow(
                this,
                updates,
                update -> !update.quotas().isEmpty(),
                () -> grid.getDataProvider().refreshAll());
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        grid.narrow(!(content instanceof QuotasView));
        if (content instanceof QuotasView) {
            setDetail(null);
        } else {
            super.showRouterLayoutContent(content);
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement content) {
        setDetail(null);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = event.getLocation().getQueryParameters();
        QuotaFilter filter = QuotaQuery.read(query);
        filters.show(filter);
        grid.show(filter);
    }

    private static void narrow(QuotaFilter filter) {
        UI.getCurrent().navigate("quotas", QuotaQuery.write(filter));
    }

    private Button createButton() {
        Button create =
                new Button(
                        getTranslation("quota.create"),
                        VaadinIcon.PLUS.create(),
                        click -> UI.getCurrent().navigate(QuotaCreateView.class));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return create;
    }

    private static List<PoolKey> pools(CloudCatalogue clouds, Role role) {
        return role == Role.AUDITOR
                ? List.of()
                : clouds.pools().stream().map(PoolSummary::key).toList();
    }
}
