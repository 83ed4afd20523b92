package io.jiyun.console.request.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.jiyun.console.page.SearchField;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.workflow.RequestType;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Narrows a list of requests; what narrows it stands there as chips. */
final class RequestFilterBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<RequestFilter> onChange;
    private final SearchField text = new SearchField(getTranslation("requests.search"));
    private final Select<RequestState> state = new Select<>();
    private final Select<RequestType> type = new Select<>();
    private final Div chips = new Div();
    private transient RequestFilter filter = RequestFilter.ALL;

    RequestFilterBar(Consumer<RequestFilter> onChange) {
        this.onChange = onChange;
        addClassName("filters");
        chips.addClassName("chips");
        text.addValueChangeListener(
                change -> changed(change.isFromClient(), before -> withText(change.getValue())));
        state.setItems(RequestState.values());
        state.setItemLabelGenerator(value ->
                getTranslation(value == null ? "requests.any-state" : "request.state." + value));
        label(state, "requests.any-state");
        state.addValueChangeListener(
                change -> changed(change.isFromClient(), before -> withState(change.getValue())));
        type.setItems(RequestType.values());
        type.setItemLabelGenerator(value ->
                getTranslation(value == null ? "requests.any-type" : "request.type." + value));
        label(type, "requests.any-type");
        type.addValueChangeListener(
                change -> changed(change.isFromClient(), before -> withType(change.getValue())));
        add(text, state, type, chips);
    }

    void show(RequestFilter shown) {
        filter = shown;
        text.setValue(shown.text());
        state.setValue(shown.state());
        type.setValue(shown.type());
        chips.removeAll();
        if (!shown.text().isBlank()) {
            chip(shown.text(), withText(""));
        }
        if (shown.state() != null) {
            chip(getTranslation("request.state." + shown.state()), withState(null));
        }
        if (shown.type() != null) {
            chip(getTranslation("request.type." + shown.type()), withType(null));
        }
        if (shown.bureau() != null) {
            chip(
                    shown.bureau(),
                    new RequestFilter(filter.text(), filter.state(), filter.type(), null));
        }
        chips.setVisible(chips.getComponentCount() > 0);
    }

    private void changed(boolean byPerson, UnaryOperator<RequestFilter> change) {
        if (byPerson) {
            onChange.accept(change.apply(filter));
        }
    }

    private void chip(String words, RequestFilter without) {
        Button chip =
                new Button(
                        words, VaadinIcon.CLOSE_SMALL.create(), click -> onChange.accept(without));
        chip.setIconAfterText(true);
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.addClassName("chip");
        chip.setAriaLabel(getTranslation("requests.remove-filter", words));
        chips.add(chip);
    }

    private void label(Select<?> select, String key) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(key));
        select.setPlaceholder(getTranslation(key));
        select.setAriaLabel(getTranslation(key));
    }

    private RequestFilter withText(String value) {
        return new RequestFilter(value.strip(), filter.state(), filter.type(), filter.bureau());
    }

    private RequestFilter withState(@Nullable RequestState value) {
        return new RequestFilter(filter.text(), value, filter.type(), filter.bureau());
    }

    private RequestFilter withType(@Nullable RequestType value) {
        return new RequestFilter(filter.text(), filter.state(), value, filter.bureau());
    }
}
