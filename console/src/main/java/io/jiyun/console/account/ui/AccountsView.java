package io.jiyun.console.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountAdministration;
import io.jiyun.console.account.AccountService;
import io.jiyun.console.bureau.BureauService;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.SearchField;
import io.jiyun.console.page.Status;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** Who may sign in, in which role, and whether they can at this moment. */
@Route(value = "accounts", layout = MainLayout.class)
@RolesAllowed({"SYSTEM_ADMIN", "SECURITY_ADMIN"})
class AccountsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final Grid<Account> grid = new Grid<>();
    private final transient AccountActions actions;
    private final Role role;
    private String text = "";

    AccountsView(
            AccountService accounts,
            AccountAdministration administration,
            BureauService bureaus,
            CurrentActor current) {
        addClassNames("page", "fills");
        setId("content");
        role = current.require().role();
        actions = new AccountActions(administration, () -> grid.getDataProvider().refreshAll());
        columns();
        grid.setDataProvider(
                DataProvider.fromCallbacks(
                        query -> accounts.page(text, query.getOffset(), query.getLimit()).stream(),
                        query -> Math.toIntExact(accounts.count(text))));
        Div filters = new Div(search());
        filters.addClassName("filters");
        PageHeader header =
                new PageHeader(
                        getTranslation("accounts.title"), getTranslation("accounts.answers"));
        if (role == Role.SYSTEM_ADMIN) {
            Button create =
                    new Button(
                            getTranslation("account.create"),
                            VaadinIcon.PLUS.create(),
                            click -> new AccountDialog(bureaus, actions).open());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.with(create);
        }
        add(header, filters, actions.answer(), grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.title") + " · 集云 Jiyun";
    }

    private TextField search() {
        TextField search = new SearchField(getTranslation("account.search"));
        search.addValueChangeListener(change -> {
            text = change.getValue().strip();
            grid.getDataProvider().refreshAll();
        });
        return search;
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.addClassName("rows-36");
        grid.setSizeFull();
        grid.addColumn(Account::username).setHeader(getTranslation("login.username"));
        grid.addColumn(Account::displayName)
                .setHeader(getTranslation("account.name"))
                .setFlexGrow(2);
        grid.addColumn(account -> getTranslation("role." + account.role()))
                .setHeader(getTranslation("account.role"));
        grid.addColumn(account ->
                        account.bureauCode() == null ? Figures.UNKNOWN : account.bureauCode())
                .setHeader(getTranslation("create.code"));
        grid.addColumn(new ComponentRenderer<>(this::state))
                .setHeader(getTranslation("account.state"));
        grid.addColumn(account ->
                        getTranslation(
                                account.external()
                                        ? "account.by.provider"
                                        : account.secondFactor()
                                                ? "account.by.code"
                                                : "account.by.password"))
                .setHeader(getTranslation("account.by"));
        grid.addColumn(account -> Figures.moment(account.createdAt()))
                .setHeader(getTranslation("account.created"));
        grid.addColumn(new ComponentRenderer<>(this::menu))
                .setHeader(getTranslation("account.actions"))
                .setWidth("110px")
                .setFlexGrow(0);
    }

    private MenuBar menu(Account account) {
        return actions.menu(account, role);
    }

    private Span state(Account account) {
        if (!account.enabled()) {
            return Status.UNKNOWN.badge(getTranslation("account.disabled"), "");
        }
        if (!account.roleGranted()) {
            return Status.BUSY.badge(
                    getTranslation("account.ungranted"), getTranslation("account.ungranted.why"));
        }
        return account.lockedUntil() == null
                ? Status.GOOD.badge(getTranslation("account.active"), "")
                : Status.WATCH.badge(
                        getTranslation("account.locked"),
                        getTranslation(
                                "account.locked.until", Figures.moment(account.lockedUntil())));
    }
}
