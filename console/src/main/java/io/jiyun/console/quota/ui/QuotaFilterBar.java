package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.jiyun.console.page.SearchField;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.SyncState;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Narrows the list; what narrows it stands there as chips that can be taken away. */
final class QuotaFilterBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<QuotaFilter> onChange;
    private final SearchField text = new SearchField(getTranslation("quotas.search"));
    private final Select<PoolKey> pool = new Select<>();
    private final Select<Pressure> pressure = new Select<>();
    private final Select<SyncState> state = new Select<>();
    private final Div chips = new Div();
    private transient QuotaFilter filter = QuotaFilter.ALL;

    QuotaFilterBar(List<PoolKey> pools, Consumer<QuotaFilter> onChange) {
        this.onChange = onChange;
        addClassName("filters");
        chips.addClassName("chips");
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.accept(withText(change.getValue()));
            }
        });
        choice(pool, "filter.pool", pools, PoolKey::toString, this::withPool);
        choice(
                pressure,
                "filter.pressure",
                List.of(Pressure.values()),
                value -> getTranslation("pressure." + value),
                this::withPressure);
        choice(
                state,
                "filter.state",
                List.of(SyncState.values()),
                value -> getTranslation("state." + value),
                this::withState);
        add(text, pool, pressure, state, chips);
    }

    void show(QuotaFilter shown) {
        filter = shown;
        PoolKey key = pool(shown);
        text.setValue(shown.text());
        pool.setValue(key);
        pressure.setValue(shown.pressure());
        state.setValue(shown.state());
        chips.removeAll();
        chip("filter.text", shown.text().isBlank() ? null : shown.text(), withText(""));
        chip("filter.pool", key == null ? null : key.toString(), withPool(null));
        chip("filter.pressure", named("pressure.", shown.pressure()), withPressure(null));
        chip("filter.state", named("state.", shown.state()), withState(null));
        chip("filter.condition", named("condition.", shown.condition()), withoutCondition());
        chips.setVisible(chips.getComponentCount() > 0);
        if (chips.getComponentCount() > 1) {
            Button all =
                    new Button(
                            getTranslation("filter.clear"),
                            click -> onChange.accept(QuotaFilter.ALL));
            all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            chips.add(all);
        }
    }

    private static @Nullable PoolKey pool(QuotaFilter filter) {
        String cloud = filter.cloud();
        String name = filter.pool();
        return cloud == null || name == null ? null : new PoolKey(cloud, name);
    }

    private @Nullable String named(String prefix, @Nullable Object value) {
        return value == null ? null : getTranslation(prefix + value);
    }

    private void chip(String label, @Nullable String value, QuotaFilter without) {
        if (value == null) {
            return;
        }
        Button chip =
                new Button(
                        getTranslation("filter.chip", getTranslation(label), value),
                        VaadinIcon.CLOSE_SMALL.create(),
                        click -> onChange.accept(without));
        chip.setIconAfterText(true);
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.addClassName("chip");
        chip.setAriaLabel(getTranslation("filter.remove", getTranslation(label), value));
        chips.add(chip);
    }

    private <T> void choice(
            Select<T> select,
            String label,
            List<T> values,
            Function<T, String> name,
            Function<@Nullable T, QuotaFilter> chosen) {
        String any = getTranslation("filter.any", getTranslation(label));
        select.setItems(values);
        select.setItemLabelGenerator(value -> value == null ? any : name.apply(value));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any);
        select.setPlaceholder(getTranslation(label));
        select.setAriaLabel(getTranslation(label));
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.accept(chosen.apply(change.getValue()));
            }
        });
    }

    private QuotaFilter withText(String value) {
        return new QuotaFilter(
                value.strip(),
                filter.cloud(),
                filter.pool(),
                filter.state(),
                filter.pressure(),
                filter.condition());
    }

    private QuotaFilter withPool(@Nullable PoolKey key) {
        return new QuotaFilter(
                filter.text(),
                key == null ? null : key.cloud(),
                key == null ? null : key.pool(),
                filter.state(),
                filter.pressure(),
                filter.condition());
    }

    private QuotaFilter withPressure(@Nullable Pressure value) {
        return new QuotaFilter(
                filter.text(),
                filter.cloud(),
                filter.pool(),
                filter.state(),
                value,
                filter.condition());
    }

    private QuotaFilter withState(@Nullable SyncState value) {
        return new QuotaFilter(
                filter.text(),
                filter.cloud(),
                filter.pool(),
                value,
                filter.pressure(),
                filter.condition());
    }

    private QuotaFilter withoutCondition() {
        return new QuotaFilter(
                filter.text(),
                filter.cloud(),
                filter.pool(),
                filter.state(),
                filter.pressure(),
                null);
    }
}
