package io.jiyun.console.request.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.QuotaSort;

/** Which quota a request is for. A bureau without quota names the one it asks for. */
final class QuotaChoice extends ComboBox<String> {
    private static final long serialVersionUID = 1L;

    private final transient QuotaService quotas;

    QuotaChoice(QuotaService quotas) {
        this.quotas = quotas;
        setLabel(getTranslation("ask.quota"));
        setItems(query ->
                quotas
                        .page(
                                QuotaFilter.ofText(query.getFilter().orElse("")),
                                QuotaSort.BY_NAME,
                                query.getOffset(),
                                query.getLimit())
                        .stream()
                        .map(QuotaRow::name));
    }

    /** Lets a name be typed where there is none to choose. */
    void nameFirst() {
        if (quotas.count(QuotaFilter.ALL) == 0) {
            setAllowCustomValue(true);
            setHelperText(getTranslation("ask.quota.first"));
            addCustomValueSetListener(typed -> setValue(typed.getDetail().strip()));
        }
    }

    /** Whether a quota that is not there yet may be meant. */
    boolean mayBeNew() {
        return isAllowCustomValue() || isReadOnly();
    }

    /** Whether one is chosen; says so at the field if not. */
    boolean isMade() {
        boolean made = getValue() != null;
        setInvalid(!made);
        setErrorMessage(made ? "" : getTranslation("ask.quota.missing"));
        return made;
    }
}
