package io.jiyun.console.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.calendar.DayKind;
import io.jiyun.console.calendar.SpecialDay;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Enters or corrects one day. */
final class DayForm extends Section {
    private static final long serialVersionUID = 1L;

    private final DatePicker day = new DatePicker();
    private final Select<DayKind> kind = new Select<>();
    private final TextField name = new TextField();
    private final TextField source = new TextField();
    private final Checkbox official = new Checkbox();

    DayForm(Consumer<SpecialDay> store) {
        addClassNames("card", "filters");
        day.setLabel(getTranslation("calendar.day"));
        kind.setLabel(getTranslation("calendar.kind"));
        kind.setItems(DayKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("calendar.kind." + value));
        kind.setValue(DayKind.HOLIDAY);
        name.setLabel(getTranslation("calendar.name"));
        source.setLabel(getTranslation("calendar.source"));
        official.setLabel(getTranslation("calendar.official"));
        official.setValue(true);
        Button save = new Button(getTranslation("calendar.save"), click -> save(store));
        add(day, kind, name, source, official, save);
    }

    private void save(Consumer<SpecialDay> store) {
        LocalDate chosen = day.getValue();
        day.setInvalid(chosen == null);
        if (chosen != null) {
            store.accept(
                    new SpecialDay(
                            chosen,
                            kind.getValue(),
                            name.getValue().strip(),
                            source.getValue().strip(),
                            official.getValue()));
        }
    }
}
