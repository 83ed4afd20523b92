package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Unit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of one resource as people write it: a number with the unit they say beside it. The
 * value is a Kubernetes quantity as text; whoever types a whole quantity, such as {@code 500m}, is
 * understood too.
 */
final class AmountField extends CustomField<String> {
    private static final long serialVersionUID = 1L;
    private static final List<String> BINARY = List.of("Mi", "Gi", "Ti", "Pi");
    private static final Pattern WITH_UNIT = Pattern.compile("([0-9.]+)(Mi|Gi|Ti|Pi)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]*)?");

    private final TextField number = new TextField();
    private final Select<String> unit = new Select<>();
    private final boolean bytes;

    AmountField(ResourceName resource, String label) {
        super("");
        bytes = resource.unit() == Unit.BYTE;
        setLabel(label);
        // What is wrong with an amount only the preview of the whole change can say.
        setManualValidation(true);
        number.setAriaLabel(label);
        number.addClassName("amount-number");
        FlexLayout line = new FlexLayout(number);
        line.addClassName("amount-line");
        if (bytes) {
            unit.setItems(BINARY);
            unit.setValue("Gi");
            unit.setItemLabelGenerator(each -> each + "B");
            unit.setAriaLabel(getTranslation("amount.unit"));
            unit.addClassName("amount-unit");
            line.add(unit);
        } else {
            line.add(
                    new Span(
                            getTranslation(
                                    resource.unit() == Unit.MILLICORE
                                            ? "unit.cores"
                                            : "unit.count")));
        }
        add(line);
    }

    @Override
    protected String generateModelValue() {
        String text = number.getValue().strip();
        return bytes && NUMBER.matcher(text).matches() ? text + unit.getValue() : text;
    }

    @Override
    protected void setPresentationValue(String value) {
        Matcher withUnit = WITH_UNIT.matcher(value);
        if (bytes && withUnit.matches()) {
            number.setValue(withUnit.group(1));
            unit.setValue(withUnit.group(2));
        } else {
            number.setValue(value);
        }
    }
}
