package io.jiyun.console.account.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountService;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** Who may sign in, in which role, and whether they can at this moment. */
@Route(value = "accounts", layout = MainLayout.class)
@RolesAllowed({"SYSTEM_ADMIN", "SECURITY_ADMIN"})
class AccountsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    AccountsView(AccountService accounts) {
        addClassNames("page", "fills");
        setId("content");
        Grid<Account> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.addClassName("rows-36");
        grid.setSizeFull();
        grid.addColumn(Account::username).setHeader(getTranslation("login.username"));
        grid.addColumn(Account::displayName).setHeader(getTranslation("account.name"));
        grid.addColumn(account -> getTranslation("role." + account.role()))
                .setHeader(getTranslation("account.role"));
        grid.addColumn(account ->
                        account.bureauCode() == null ? Figures.UNKNOWN : account.bureauCode())
                .setHeader(getTranslation("create.code"));
        grid.addColumn(new ComponentRenderer<>(this::state))
                .setHeader(getTranslation("account.state"));
        grid.addColumn(account -> Figures.moment(account.createdAt()))
                .setHeader(getTranslation("account.created"));
        grid.setDataProvider(
                DataProvider.fromCallbacks(
                        query -> accounts.page("", query.getOffset(), query.getLimit()).stream(),
                        query -> Math.toIntExact(accounts.count(""))));
        add(
                new PageHeader(
                        getTranslation("accounts.title"), getTranslation("accounts.answers")),
                grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.title") + " · 集云 Jiyun";
    }

    private Span state(Account account) {
        if (!account.enabled()) {
            return Status.UNKNOWN.badge(getTranslation("account.disabled"), "");
        }
        return account.lockedUntil() == null
                ? Status.GOOD.badge(getTranslation("account.active"), "")
                : Status.WATCH.badge(
                        getTranslation("account.locked"),
                        getTranslation(
                                "account.locked.until", Figures.moment(account.lockedUntil())));
    }
}
