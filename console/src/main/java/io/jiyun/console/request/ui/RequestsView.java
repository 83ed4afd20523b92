package io.jiyun.console.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestSort;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** All requests a person may see, and the way to file one. */
@Route(value = "requests", layout = MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD", "FINANCE", "AUDITOR"})
class RequestsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final RequestGrid grid;
    private final RequestFilterBar filters = new RequestFilterBar(RequestsView::narrow);

    RequestsView(RequestService requests, CurrentActor current, Clock clock) {
        addClassNames("page", "fills");
        setId("content");
        PageHeader header =
                new PageHeader(
                        getTranslation("requests.title"), getTranslation("requests.answers"));
        Role role = current.require().role();
        if (role.ofBureau() || role == Role.CLOUD_ADMIN) {
            Button create =
                    new Button(
                            getTranslation("request.new"),
                            VaadinIcon.PLUS.create(),
                            click -> UI.getCurrent().navigate("requests/new"));
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            create.getElement().setAttribute("aria-keyshortcuts", "n");
            header.with(create);
        }
        grid =
                new RequestGrid(
                                requests::page,
                                requests::count,
                                RequestSort.NEWEST,
                                getTranslation("requests.empty"),
                                new Dues(clock, getLocale()))
                        .ofOneBureau(role.ofBureau());
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("requests/" + click.getItem().number()));
        add(header, filters, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        RequestFilter filter = RequestQuery.read(event.getLocation().getQueryParameters());
        filters.show(filter);
        grid.show(filter);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.title") + " · 集云 Jiyun";
    }

    private static void narrow(RequestFilter filter) {
        UI.getCurrent().navigate("requests", RequestQuery.write(filter));
    }
}
