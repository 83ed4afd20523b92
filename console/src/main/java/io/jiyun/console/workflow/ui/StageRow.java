package io.jiyun.console.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.access.Role;
import io.jiyun.console.workflow.Stage;
import io.jiyun.console.workflow.StageKind;
import java.util.function.Consumer;

/** One stage while it is edited. */
final class StageRow extends Div {
    private static final long serialVersionUID = 1L;

    private final TextField key = new TextField();
    private final TextField zh = new TextField();
    private final TextField en = new TextField();
    private final Select<StageKind> kind = new Select<>();
    private final Select<Role> role = new Select<>();
    private final IntegerField days = new IntegerField();
    private final Checkbox working = new Checkbox();
    private final Checkbox fourEyes = new Checkbox();

    StageRow(Stage stage, boolean mayChange, Consumer<StageRow> remove) {
        addClassName("stage-row");
        key.setLabel(getTranslation("workflow.key"));
        zh.setLabel(getTranslation("workflow.zh"));
        en.setLabel(getTranslation("workflow.en"));
        kind.setLabel(getTranslation("workflow.kind"));
        kind.setItems(StageKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("stage." + value));
        role.setLabel(getTranslation("workflow.role"));
        role.setItems(Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.CLOUD_ADMIN);
        role.setEmptySelectionAllowed(true);
        role.setItemLabelGenerator(
                value -> getTranslation(value == null ? "workflow.nobody" : "role." + value));
        days.setLabel(getTranslation("workflow.days"));
        working.setLabel(getTranslation("workflow.working-days"));
        fourEyes.setLabel(getTranslation("workflow.four-eyes"));
        show(stage);
        add(key, zh, en, kind, role, days, working, fourEyes);
        key.setReadOnly(!mayChange);
        zh.setReadOnly(!mayChange);
        en.setReadOnly(!mayChange);
        kind.setReadOnly(!mayChange);
        role.setReadOnly(!mayChange);
        days.setReadOnly(!mayChange);
        working.setReadOnly(!mayChange);
        fourEyes.setReadOnly(!mayChange);
        if (mayChange) {
            Button away = new Button(VaadinIcon.TRASH.create(), click -> remove.accept(this));
            away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            away.setAriaLabel(getTranslation("workflow.remove", stage.zh()));
            add(away);
        }
    }

    private void show(Stage stage) {
        key.setValue(stage.key());
        zh.setValue(stage.zh());
        en.setValue(stage.en());
        kind.setValue(stage.kind());
        role.setValue(stage.role());
        days.setValue(stage.days());
        working.setValue(stage.workingDays());
        fourEyes.setValue(stage.fourEyes());
    }

    Stage stage() {
        Integer term = days.getValue();
        return new Stage(
                key.getValue().strip(),
                zh.getValue().strip(),
                en.getValue().strip(),
                kind.getValue(),
                role.getValue(),
                term == null ? 0 : term,
                working.getValue(),
                fourEyes.getValue());
    }
}
