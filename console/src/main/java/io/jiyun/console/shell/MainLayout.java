package io.jiyun.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.cloud.Simulation;
import io.jiyun.console.cluster.ClusterService;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.notice.NoticeService;
import io.jiyun.console.page.Status;
import jakarta.annotation.security.PermitAll;

/** Navigation by role on the left, who and how on top, and a banner while the hub is away. */
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient ClusterService cluster;
    private final transient Simulation simulation;
    private final HubBanner banner = new HubBanner();
    private final Span simulated;
    private final Bell bell;

    MainLayout(
            CurrentActor current,
            LiveUpdates updates,
            ClusterService cluster,
            Simulation simulation,
            NoticeService notices,
            Taste taste) {
        bell = new Bell(notices);
        this.cluster = cluster;
        this.simulation = simulation;
        taste.takeUp(UI.getCurrent());
        setPrimarySection(Section.DRAWER);
        Actor actor = current.require();
        simulated = Status.BUSY.badge(getTranslation("simulated"), getTranslation("simulated.why"));
        simulated.addClassName("simulated");
        addToNavbar(
                skipLink(),
                new DrawerToggle(),
                banner,
                spacer(),
                simulated,
                bell,
                new PersonalMenu(actor, taste));
        Scroller navigation = new Scroller(new Navigation(actor.role()));
        navigation.setScrollDirection(Scroller.ScrollDirection.VERTICAL);
        addToDrawer(wordmark(), navigation);
        Live.follow(this, updates, update -> update.health() || update.clouds(), this::refresh);
        Shortcuts.install(UI.getCurrent());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
        getElement().executeJs("document.documentElement.lang = $0", getLocale().toLanguageTag());
    }

    private void refresh() {
        banner.show(cluster.health());
        bell.refresh();
        simulated.setVisible(simulation.isSimulated());
    }

    private Anchor wordmark() {
        Span name = new Span("集云");
        name.addClassName("wordmark-name");
        Span latin = new Span("Jiyun");
        latin.addClassName("wordmark-latin");
        Anchor home = new Anchor("", name, latin);
        home.addClassName("wordmark");
        home.getElement().setAttribute("aria-label", getTranslation("nav.home"));
        return home;
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#content", getTranslation("skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        return skip;
    }

    private static Div spacer() {
        Div spacer = new Div();
        spacer.addClassName("spacer");
        return spacer;
    }
}
