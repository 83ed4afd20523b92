package io.jiyun.console.workflow.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.workflow.AutoRule;
import java.util.List;
import java.util.stream.Stream;

/** When people need not decide. */
final class RuleForm extends Section {
    private static final long serialVersionUID = 1L;

    private final Select<AutoRule.Kind> kind = new Select<>();
    private final IntegerField use = percent("rule.use");
    private final IntegerField utilisation = percent("rule.utilisation");
    private final IntegerField storage = percent("rule.storage");
    private final TextField cpu = new TextField();
    private final TextField memory = new TextField();
    private final TextField volumes = new TextField();
    private final TextField source = new TextField();

    RuleForm(boolean mayChange) {
        addClassName("card");
        kind.setLabel(getTranslation("rule.kind"));
        kind.setItems(AutoRule.Kind.values());
        kind.setItemLabelGenerator(value -> getTranslation("rule.kind." + value));
        cpu.setLabel(getTranslation("rule.cpu"));
        memory.setLabel(getTranslation("rule.memory"));
        volumes.setLabel(getTranslation("rule.volumes"));
        source.setLabel(getTranslation("rule.source"));
        Stream.of(cpu, memory, volumes, source)
                .forEach(field -> {
                    field.setReadOnly(!mayChange);
                    field.setWidth("320px");
                });
        Stream.of(use, utilisation, storage).forEach(field -> field.setReadOnly(!mayChange));
        kind.setReadOnly(!mayChange);
        add(
                new H3(getTranslation("rule.title")),
                kind,
                use,
                utilisation,
                storage,
                cpu,
                memory,
                volumes,
                source);
    }

    void show(AutoRule rule) {
        kind.setValue(rule.kind());
        use.setValue(rule.usePercent());
        utilisation.setValue(rule.utilisationPercent());
        storage.setValue(rule.storagePercent());
        cpu.setValue(String.join(", ", rule.cpuTiers()));
        memory.setValue(String.join(", ", rule.memoryTiers()));
        volumes.setValue(String.join(", ", rule.storageTiers()));
        source.setValue(rule.source());
    }

    AutoRule rule() {
        return new AutoRule(
                kind.getValue(),
                number(use),
                number(utilisation),
                number(storage),
                list(cpu),
                list(memory),
                list(volumes),
                source.getValue().strip());
    }

    private IntegerField percent(String label) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setWidth("160px");
        return field;
    }

    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    private static List<String> list(TextField field) {
        return Stream.of(field.getValue().split("[,，、\\s]+", -1))
                .filter(part -> !part.isBlank())
                .toList();
    }
}
