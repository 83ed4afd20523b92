package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

/** How long a borrower keeps what the lender comes to need: a number and a unit; empty is usual. */
final class GraceField extends CustomField<@Nullable Long> {
    private static final long serialVersionUID = 1L;

    private final IntegerField number = new IntegerField();
    private final Select<GraceUnit> unit = new Select<>();

    GraceField() {
        setLabel(getTranslation("sharing.grace"));
        setHelperText(getTranslation("sharing.grace.help"));
        setManualValidation(true);
        number.setAriaLabel(getTranslation("sharing.grace"));
        number.addClassName("amount-number");
        number.setMin(0);
        unit.setItems(GraceUnit.values());
        unit.setValue(GraceUnit.MINUTES);
        unit.setItemLabelGenerator(each -> each.word(getLocale()));
        unit.setAriaLabel(getTranslation("amount.unit"));
        unit.addClassName("amount-unit");
        FlexLayout line = new FlexLayout(number, unit);
        line.addClassName("amount-line");
        add(line);
    }

    @Override
    protected @Nullable Long generateModelValue() {
        Integer count = number.getValue();
        return count == null ? null : Long.valueOf(count * unit.getValue().seconds());
    }

    @Override
    protected void setPresentationValue(@Nullable Long seconds) {
        if (seconds == null) {
            number.clear();
        } else {
            GraceUnit fitting = GraceUnit.of(seconds);
            unit.setValue(fitting);
            number.setValue(Math.toIntExact(seconds / fitting.seconds()));
        }
    }
}
