package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.quota.amount.ResourceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An amount per resource, and a choice of further resources. */
final class AmountFields extends Div {
    private static final long serialVersionUID = 1L;

    /** Resources a quota usually limits; any other that is already named is shown as well. */
    private static final List<String> USUAL =
            List.of(
                    "requests.cpu",
                    "requests.memory",
                    "requests.storage",
                    "pods",
                    "limits.cpu",
                    "limits.memory",
                    "persistentvolumeclaims",
                    "services.loadbalancers",
                    "requests.nvidia.com/gpu",
                    "requests.huawei.com/Ascend910");

    private final String purpose;
    private final transient Runnable onChange;
    private final Map<String, AmountField> fields = new LinkedHashMap<>();
    private final Div amounts = new Div();
    private final Select<String> more = new Select<>();

    /**
     * @param purpose what the amounts are for, before each resource; empty where that is plain
     */
    AmountFields(String purpose, Map<String, String> resources, Runnable onChange) {
        this.purpose = purpose;
        this.onChange = onChange;
        addClassName("amount-group");
        amounts.addClassName("amounts");
        more.setPlaceholder(getTranslation("resource.add"));
        more.setAriaLabel(purposely(getTranslation("resource.add")));
        more.setItemLabelGenerator(name -> name == null ? "" : label(name));
        more.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                field(change.getValue(), "").focus();
                offerTheRest();
            }
        });
        resources.keySet().stream()
                .map(ResourceName::new)
                .sorted(Importance.ORDER)
                .forEach(name -> field(name.value(), resources.getOrDefault(name.value(), "")));
        offerTheRest();
        add(amounts, more);
    }

    /** What is written; an emptied field no longer names its resource. */
    Map<String, String> amounts() {
        Map<String, String> written = new TreeMap<>();
        fields.forEach((name, field) -> {
            String text = field.getValue();
            if (text != null && !text.isBlank()) {
                written.put(name, text);
            }
        });
        return written;
    }

    /** Shows at each field what is wrong with it. */
    void showErrors(Map<String, String> byResource) {
        fields.forEach((name, field) -> {
            String error = byResource.get(name);
            field.setErrorMessage(error);
            field.setInvalid(error != null);
        });
    }

    private AmountField field(String name, String value) {
        AmountField field = new AmountField(new ResourceName(name), purposely(label(name)));
        field.setValue(value);
        field.addValueChangeListener(change -> onChange.run());
        field.setHelperText(name);
        fields.put(name, field);
        amounts.add(field);
        return field;
    }

    private void offerTheRest() {
        List<String> rest = USUAL.stream().filter(name -> !fields.containsKey(name)).toList();
        more.setItems(rest);
        more.setVisible(!rest.isEmpty());
    }

    private String purposely(String words) {
        return purpose.isEmpty() ? words : purpose + " · " + words;
    }

    private String label(String name) {
        return Figures.in(getLocale()).resource(new ResourceName(name));
    }
}
