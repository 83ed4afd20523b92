package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.tree.PoolKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The standing quota in one pool: an amount per resource. */
final class PoolSection extends Section {
    private static final long serialVersionUID = 1L;

    /** Resources a quota usually limits; any other that is already limited is shown as well. */
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

    private final PoolKey pool;
    private final transient Runnable onChange;
    private final Map<String, AmountField> fields = new LinkedHashMap<>();
    private final Div amounts = new Div();
    private final Select<String> more = new Select<>();

    PoolSection(PoolDraft draft, Runnable onChange, Runnable onRemove) {
        pool = new PoolKey(draft.cloud(), draft.pool());
        this.onChange = onChange;
        addClassName("card");
        amounts.addClassName("amounts");
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> onRemove.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("pool.remove", pool));
        remove.setTooltipText(getTranslation("pool.remove", pool));
        Div head = new Div(new H3(pool.toString()), remove);
        head.addClassName("card-head");
        more.setPlaceholder(getTranslation("resource.add"));
        more.setAriaLabel(getTranslation("resource.add"));
        more.setItemLabelGenerator(name -> name == null ? "" : label(name));
        more.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                field(change.getValue(), "").focus();
                offerTheRest();
            }
        });
        draft.resources().keySet().stream()
                .map(ResourceName::new)
                .sorted(Importance.ORDER)
                .forEach(name ->
                        field(name.value(), draft.resources().getOrDefault(name.value(), "")));
        offerTheRest();
        add(head, amounts, more);
    }

    PoolKey pool() {
        return pool;
    }

    /** What is written; an emptied field no longer limits its resource. */
    PoolDraft draft() {
        Map<String, String> resources = new TreeMap<>();
        fields.forEach((name, field) -> {
            String text = field.getValue();
            if (text != null && !text.isBlank()) {
                resources.put(name, text);
            }
        });
        return new PoolDraft(pool.cloud(), pool.pool(), resources);
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
        AmountField field = new AmountField(new ResourceName(name), label(name));
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

    private String label(String name) {
        return Figures.in(getLocale()).resource(new ResourceName(name));
    }

    /** Said where a quota has no pool yet. */
    static Span none(String text) {
        Span none = new Span(text);
        none.addClassName("secondary");
        return none;
    }
}
