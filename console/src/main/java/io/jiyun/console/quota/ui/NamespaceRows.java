package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespaces of the bureau: where each stands and its weight among the others. */
final class NamespaceRows extends Section {
    private static final long serialVersionUID = 1L;

    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final transient Runnable onChange;
    private List<PoolKey> pools = List.of();

    NamespaceRows(Runnable onChange) {
        this.onChange = onChange;
        addClassName("card");
        list.addClassName("namespace-rows");
        Button add =
                new Button(
                        getTranslation("namespace.add"),
                        VaadinIcon.PLUS.create(),
                        click -> {
                            if (!pools.isEmpty()) {
                                PoolKey first = pools.getFirst();
                                append(new NamespaceDraft("", first.cloud(), first.pool()))
                                        .name
                                        .focus();
                            }
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new H3(getTranslation("slices")), list, add);
    }

    void show(List<NamespaceDraft> namespaces, List<PoolKey> pools) {
        this.pools = pools;
        rows.clear();
        list.removeAll();
        namespaces.forEach(this::append);
    }

    /** The pools the quota has now; a namespace can stand only in one of them. */
    void offer(List<PoolKey> offered) {
        pools = offered;
        rows.forEach(row -> row.offer(offered));
    }

    List<NamespaceDraft> draft() {
        return rows.stream().filter(row -> !row.name.isEmpty()).map(Row::draft).toList();
    }

    private Row append(NamespaceDraft namespace) {
        Row row = new Row(namespace);
        rows.add(row);
        list.add(row);
        return row;
    }

    private final class Row extends Div {
        private static final long serialVersionUID = 1L;

        private final transient NamespaceDraft origin;
        private final TextField name = new TextField();
        private final Select<PoolKey> pool = new Select<>();
        private final IntegerField weight = new IntegerField();

        Row(NamespaceDraft namespace) {
            origin = namespace;
            addClassName("namespace-row");
            name.setValue(namespace.name());
            name.setAriaLabel(getTranslation("slice.namespace"));
            name.setPlaceholder(getTranslation("slice.namespace"));
            name.setReadOnly(!namespace.name().isEmpty());
            PoolKey key = new PoolKey(namespace.cloud(), namespace.pool());
            pool.setAriaLabel(getTranslation("grant.pool"));
            pool.setItems(pools.contains(key) ? pools : List.of(key));
            pool.setValue(key);
            weight.setAriaLabel(getTranslation("namespace.weight"));
            weight.setPlaceholder(getTranslation("namespace.weight"));
            weight.setTooltipText(getTranslation("namespace.weight.meaning"));
            weight.setMin(1);
            weight.setMax(1000);
            weight.setValue(namespace.weight());
            Button remove =
                    new Button(
                            VaadinIcon.TRASH.create(),
                            click -> {
                                rows.remove(this);
                                list.remove(this);
                                onChange.run();
                            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(getTranslation("namespace.remove", namespace.name()));
            name.addValueChangeListener(change -> onChange.run());
            pool.addValueChangeListener(change -> onChange.run());
            weight.addValueChangeListener(change -> onChange.run());
            add(name, pool, weight, remove);
        }

        void offer(List<PoolKey> offered) {
            PoolKey current = pool.getValue();
            pool.setItems(offered);
            pool.setValue(
                    offered.contains(current) || offered.isEmpty() ? current : offered.getFirst());
        }

        NamespaceDraft draft() {
            PoolKey key = pool.getValue();
            @Nullable PoolKey chosen = key;
            Map<String, String> min = origin.min();
            Map<String, String> max = origin.max();
            return new NamespaceDraft(
                    name.getValue().strip(),
                    chosen == null ? origin.cloud() : chosen.cloud(),
                    chosen == null ? origin.pool() : chosen.pool(),
                    weight.getValue(),
                    min,
                    max);
        }
    }
}
