package io.jiyun.console.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauService;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import java.util.List;

/** A new account; it stays open until the account can be made as it is written. */
class AccountDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField username = new TextField(getTranslation("login.username"));
    private final TextField displayName = new TextField(getTranslation("account.name"));
    private final EmailField email = new EmailField(getTranslation("account.email"));
    private final Select<Role> role = new Select<>();
    private final ComboBox<Bureau> bureau = new ComboBox<>(getTranslation("account.bureau"));

    private final Div wrong = new Div();

    AccountDialog(BureauService bureaus, AccountActions actions) {
        setHeaderTitle(getTranslation("account.create"));
        username.setHelperText(getTranslation("account.username.help"));
        username.setRequired(true);
        displayName.setRequired(true);
        role.setLabel(getTranslation("account.role"));
        role.setHelperText(getTranslation("account.role.help"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(it -> getTranslation("role." + it));
        role.setValue(Role.BUREAU_CLERK);
        role.addValueChangeListener(change -> {
            bureau.setEnabled(change.getValue().ofBureau());
            bureau.clear();
        });
        bureau.setItemLabelGenerator(Bureau::name);
        bureau.setItems(query ->
                bureaus
                        .page(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        add(new FormLayout(username, displayName, role, bureau, email), wrong);
        Button create = new Button(getTranslation("account.create"), click -> submit(actions));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), create);
    }

    private void submit(AccountActions actions) {
        Bureau chosen = bureau.getValue();
        String address = email.getValue().strip();
        List<String> refusals =
                actions.create(
                        new AccountDraft(
                                username.getValue().strip(),
                                displayName.getValue(),
                                role.getValue(),
                                chosen == null ? null : chosen.code(),
                                address.isEmpty() ? null : address));
        wrong.removeAll();
        if (refusals.isEmpty()) {
            close();
        } else {
            wrong.add(Notice.of(Status.BAD, getTranslation("account.refused"), refusals));
        }
    }
}
