package io.jiyun.console.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.jiyun.console.access.Role;

/** The pages a role comes for; others are absent, and refused if asked for by address. */
final class Navigation extends SideNav {
    private static final long serialVersionUID = 1L;

    Navigation(Role role) {
        add("nav.home", "", VaadinIcon.HOME_O);
        switch (role) {
            case CLOUD_ADMIN -> {
                add("nav.tasks", "tasks", VaadinIcon.TASKS);
                add("nav.overview", "overview", VaadinIcon.CLUSTER);
                add("nav.quotas", "quotas", VaadinIcon.PIE_BAR_CHART);
                add("nav.requests", "requests", VaadinIcon.CLIPBOARD_TEXT);
            }
            case FINANCE -> {
                add("nav.overview", "overview", VaadinIcon.CLUSTER);
                add("nav.quotas", "quotas", VaadinIcon.PIE_BAR_CHART);
                add("nav.requests", "requests", VaadinIcon.CLIPBOARD_TEXT);
            }
            case BUREAU_CLERK, BUREAU_HEAD -> {
                add("nav.tasks", "tasks", VaadinIcon.TASKS);
                add("nav.quotas.own", "quotas", VaadinIcon.PIE_BAR_CHART);
                add("nav.requests", "requests", VaadinIcon.CLIPBOARD_TEXT);
            }
            case SYSTEM_ADMIN -> {
                add("nav.accounts", "accounts", VaadinIcon.USERS);
                add("nav.bureaus", "bureaus", VaadinIcon.SITEMAP);
                add("nav.channels", "channels", VaadinIcon.PAPERPLANE_O);
            }
            case SECURITY_ADMIN -> {
                add("nav.accounts", "accounts", VaadinIcon.USERS);
                add("nav.workflows", "workflows", VaadinIcon.SPLIT);
                add("nav.calendar", "calendar", VaadinIcon.CALENDAR);
            }
            case AUDITOR -> {
                add("nav.audit", "audit", VaadinIcon.RECORDS);
                add("nav.quotas", "quotas", VaadinIcon.PIE_BAR_CHART);
                add("nav.requests", "requests", VaadinIcon.CLIPBOARD_TEXT);
            }
        }
    }

    private void add(String text, String path, VaadinIcon icon) {
        SideNavItem item = new SideNavItem(getTranslation(text), path, icon.create());
        item.setMatchNested(!path.isEmpty());
        addItem(item);
    }
}
