package io.jiyun.console.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestSort;
import io.jiyun.console.request.TaskService;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What waits for the person, the most urgent first; many can be approved at once. */
@Route(value = "tasks", layout = MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD"})
class TasksView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    /** As many as a person can look through before saying yes. */
    private static final int MOST_AT_ONCE = 50;

    private final RequestGrid grid;
    private final RequestFilterBar filters =
            new RequestFilterBar(
                    filter -> UI.getCurrent().navigate("tasks", RequestQuery.write(filter)));

    private transient RequestFilter shown = RequestFilter.ALL;

    TasksView(TaskService tasks, RequestService requests, CurrentActor current, Clock clock) {
        addClassNames("page", "fills");
        setId("content");
        grid =
                new RequestGrid(
                                tasks::page,
                                tasks::count,
                                RequestSort.MOST_URGENT,
                                getTranslation("tasks.empty"),
                                new Dues(clock, getLocale()))
                        .ofOneBureau(current.require().role().ofBureau());
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("requests/" + click.getItem().number()));
        Button approve =
                new Button(
                        getTranslation("tasks.approve"),
                        click ->
                                new BulkDialog(
                                                grid.getSelectedItems(),
                                                requests,
                                                tasks,
                                                () -> {
                                                    grid.deselectAll();
                                                    grid.getDataProvider().refreshAll();
                                                })
                                        .open());
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.setEnabled(false);
        approve.getElement().setAttribute("aria-keyshortcuts", "a");
        Button all =
                new Button(
                        getTranslation("tasks.select"),
                        click ->
                                grid.asMultiSelect()
                                        .select(
                                                tasks.page(
                                                        shown,
                                                        RequestSort.MOST_URGENT,
                                                        0,
                                                        MOST_AT_ONCE)));
        all.setTooltipText(getTranslation("tasks.select.help", MOST_AT_ONCE));
        all.getElement().setAttribute("aria-keyshortcuts", "x");
        approve.setTooltipText(getTranslation("tasks.approve.blocked"));
        grid.addSelectionListener(
                selection -> approve.setEnabled(!selection.getAllSelectedItems().isEmpty()));
        add(
                new PageHeader(getTranslation("tasks.title"), getTranslation("tasks.answers"))
                        .with(all, approve),
                filters,
                grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        RequestFilter filter = RequestQuery.read(event.getLocation().getQueryParameters());
        shown = filter;
        filters.show(filter);
        grid.show(filter);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.title") + " · 集云 Jiyun";
    }
}
