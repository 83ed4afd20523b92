package io.jiyun.console.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountAdministration;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.account.AccountOutcome;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What the two administrators may do with an account, and what came of it. */
final class AccountActions {
    private final AccountAdministration administration;
    private final Runnable refresh;
    private final Div answer = new Div();

    AccountActions(AccountAdministration administration, Runnable refresh) {
        this.administration = administration;
        this.refresh = refresh;
    }

    /** Where outcomes are shown. */
    Div answer() {
        return answer;
    }

    /** What is wrong with the draft; nothing when the account was made. */
    List<String> create(AccountDraft draft) {
        AccountOutcome outcome = administration.create(draft);
        if (outcome instanceof AccountOutcome.Refused(var violations)) {
            return sentences(violations);
        }
        show(outcome, draft.username());
        return List.of();
    }

    MenuBar menu(Account account, Role role) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        var item = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        item.setAriaLabel(text("account.actions") + " " + account.username());
        if (role == Role.SYSTEM_ADMIN) {
            ofSystemAdministrator(item.getSubMenu(), account);
        } else {
            ofSecurityAdministrator(item.getSubMenu(), account);
        }
        return bar;
    }

    private void ofSystemAdministrator(SubMenu menu, Account account) {
        String name = account.username();
        if (account.enabled()) {
            entry(menu, "account.disable", name, () -> administration.disable(name));
        } else {
            entry(menu, "account.enable", name, () -> administration.enable(name));
        }
        if (account.lockedUntil() != null) {
            entry(menu, "account.unlock", name, () -> administration.unlock(name));
        }
        if (!account.external()) {
            entry(menu, "account.reset", name, () -> administration.resetPassword(name));
        }
    }

    private void ofSecurityAdministrator(SubMenu menu, Account account) {
        String name = account.username();
        SubMenu roles = menu.addItem(text("account.grant")).getSubMenu();
        Arrays.stream(Role.values())
                .filter(it -> it.ofBureau() == (account.bureauCode() != null))
                .forEach(it -> {
                    var choice =
                            roles.addItem(
                                    text("role." + it),
                                    click ->
                                            confirmed(
                                                    "account.grant",
                                                    name + " → " + text("role." + it),
                                                    name,
                                                    () -> administration.grantRole(name, it)));
                    choice.setCheckable(true);
                    choice.setChecked(account.roleGranted() && account.role() == it);
                });
        if (account.secondFactor()) {
            entry(menu, "account.drop.factor", name, () -> administration.resetSecondFactor(name));
        }
    }

    private void entry(SubMenu menu, String key, String name, Supplier<AccountOutcome> work) {
        menu.addItem(text(key), click -> confirmed(key, name, name, work));
    }

    private void confirmed(String key, String what, String name, Supplier<AccountOutcome> work) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(text(key));
        dialog.setText(what + " — " + text(key + ".effect"));
        dialog.setConfirmText(text(key));
        dialog.setCancelable(true);
        dialog.setCancelText(text("cancel"));
        dialog.addConfirmListener(confirm -> show(work.get(), name));
        dialog.open();
    }

    private void show(AccountOutcome outcome, String name) {
        answer.removeAll();
        switch (outcome) {
            case AccountOutcome.Refused(var violations) ->
                    answer.add(
                            Notice.of(Status.BAD, text("account.refused"), sentences(violations)));
            case AccountOutcome.Done done when done.password() == null ->
                    answer.add(Notice.of(Status.GOOD, text("account.done", name)));
            case AccountOutcome.Done done ->
                    answer.add(
                            Notice.of(
                                            Status.GOOD,
                                            text("account.done", name),
                                            text("account.password.once"))
                                    .with(new Code(String.valueOf(done.password()))));
        }
        refresh.run();
    }

    private static List<String> sentences(List<SpecViolation> violations) {
        return Sentences.of(violations, UI.getCurrent().getLocale());
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
