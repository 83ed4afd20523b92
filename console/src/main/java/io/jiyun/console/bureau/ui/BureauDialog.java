package io.jiyun.console.bureau.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauAdministration;
import io.jiyun.console.bureau.BureauService;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bureau to register or to change; stays open until it can be stored as it is written. */
class BureauDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField code = new TextField(getTranslation("create.code"));
    private final TextField name = new TextField(getTranslation("bureau.name"));
    private final ComboBox<Bureau> parent = new ComboBox<>(getTranslation("bureau.parent"));
    private final Div wrong = new Div();

    BureauDialog(
            @Nullable Bureau before,
            BureauService bureaus,
            BureauAdministration administration,
            Runnable afterwards) {
        setHeaderTitle(getTranslation(before == null ? "bureau.register" : "bureau.change"));
        code.setHelperText(getTranslation("bureau.code.help"));
        parent.setHelperText(getTranslation("bureau.parent.help"));
        parent.setClearButtonVisible(true);
        parent.setItemLabelGenerator(Bureau::name);
        parent.setItems(query ->
                bureaus
                        .page(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        if (before != null) {
            code.setValue(before.code());
            code.setReadOnly(true);
            name.setValue(before.name());
            if (before.parentCode() != null) {
                bureaus.find(before.parentCode()).ifPresent(parent::setValue);
            }
        }
        add(new FormLayout(code, name, parent), wrong);
        Button store =
                new Button(
                        getTranslation("bureau.store"),
                        click -> {
                            Bureau written = written();
                            List<SpecViolation> violations =
                                    before == null
                                            ? administration.register(written)
                                            : administration.change(written);
                            if (violations.isEmpty()) {
                                close();
                                afterwards.run();
                            } else {
                                show(violations);
                            }
                        });
        store.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), store);
    }

    private Bureau written() {
        Bureau above = parent.getValue();
        return new Bureau(
                code.getValue().strip(), name.getValue(), above == null ? null : above.code());
    }

    private void show(List<SpecViolation> violations) {
        wrong.removeAll();
        wrong.add(
                Notice.of(
                        Status.BAD,
                        getTranslation("account.refused"),
                        Sentences.of(violations, getLocale())));
    }
}
