package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** Changes the quota of a bureau. */
@Route(value = "quotas/:name/edit", layout = MainLayout.class)
@RolesAllowed("CLOUD_ADMIN")
class QuotaEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient QuotaService quotas;
    private final transient CloudCatalogue clouds;
    private String bureau = "";

    QuotaEditView(QuotaService quotas, CloudCatalogue clouds) {
        this.quotas = quotas;
        this.clouds = clouds;
        addClassName("page");
        setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("name").orElse("");
        removeAll();
        try {
            QuotaDetail detail = quotas.detail(name);
            bureau = detail.row().bureauName();
            add(
                    new PageHeader(
                                    getTranslation("edit.title", bureau),
                                    getTranslation("edit.answers"))
                            .under(
                                    new RouterLink(getTranslation("nav.quotas"), QuotasView.class),
                                    new Span(bureau)),
                    new QuotaDesk(
                            detail.draft(),
                            clouds.pools().stream().map(PoolSummary::key).toList(),
                            new QuotaDesk.Services(
                                    draft -> quotas.preview(name, draft),
                                    (draft, submission) -> quotas.submit(name, draft, submission),
                                    () -> name)));
        } catch (QuotaNotFound e) {
            add(
                    Notice.of(
                            Status.UNKNOWN,
                            getTranslation("quota.absent", name),
                            getTranslation("quota.absent.remedy")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("edit.title", bureau) + " · 集云 Jiyun";
    }
}
