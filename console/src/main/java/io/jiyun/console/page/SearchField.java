package io.jiyun.console.page;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Narrows a list by text while a person types; the key {@code /} leads here. */
public final class SearchField extends TextField {
    private static final long serialVersionUID = 1L;

    /**
     * An empty field.
     *
     * @param hint what is searched, in words
     */
    public SearchField(String hint) {
        setPlaceholder(hint);
        setAriaLabel(hint);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        addClassName("search-field");
        setValueChangeMode(ValueChangeMode.LAZY);
    }
}
