package io.jiyun.console.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.home.HomeService;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.shell.Live;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.PermitAll;

/** Answers each role's first question without a click. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient HomeService home;
    private final transient Actor actor;
    private final Div content = new Div();

    HomeView(HomeService home, CurrentActor current, LiveUpdates updates) {
        this.home = home;
        actor = current.require();
        addClassName("page");
        setId("content");
        content.addClassName("home");
        add(
                new PageHeader(
                        getTranslation("home.title." + actor.role()),
                        getTranslation("home.answers." + actor.role())),
                content);
        refresh();
        Live.follow(this, updates, update -> true, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.home") + " · 集云 Jiyun";
    }

    private void refresh() {
        Component shown =
                switch (actor.role()) {
                    case CLOUD_ADMIN -> new AdministratorPanel(home.administrator());
                    case BUREAU_CLERK, BUREAU_HEAD -> new BureauPanel(home.bureau());
                    case FINANCE -> new FinancePanel(home.finance());
                    case SYSTEM_ADMIN, SECURITY_ADMIN -> new AccountsPanel(home.accounts());
                    case AUDITOR -> new AuditPanel(home.audit());
                };
        content.removeAll();
        content.add(shown);
    }
}
