package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a declaration that can be edited: pools with their amounts and how they are shared,
 * and namespaces.
 */
final class QuotaForm extends Div {
    private static final long serialVersionUID = 1L;

    private final List<PoolKey> known;
    private final transient Runnable onChange;
    private final List<PoolSection> sections = new ArrayList<>();
    private final Div pools = new Div();
    private final Select<PoolKey> more = new Select<>();
    private final NamespaceRows namespaces;

    /** As it was found, of pools that are not shown it stays so. */
    private transient List<SharingDraft> shared = List.of();

    /**
     * @param known pools there are
     */
    QuotaForm(List<PoolKey> known, Runnable onChange) {
        this.known = known;
        this.onChange = onChange;
        addClassName("quota-form");
        pools.addClassName("pool-sections");
        namespaces = new NamespaceRows(onChange);
        more.setPlaceholder(getTranslation("pool.add"));
        more.setAriaLabel(getTranslation("pool.add"));
        more.addValueChangeListener(change -> {
            PoolKey key = change.getValue();
            if (key != null) {
                append(new PoolDraft(key.cloud(), key.pool(), usual()));
                poolsChanged();
                onChange.run();
            }
        });
        add(pools, more, namespaces);
    }

    void show(QuotaDraft draft) {
        sections.clear();
        pools.removeAll();
        shared = draft.sharingOrEmpty();
        draft.pools().forEach(this::append);
        namespaces.show(draft.namespaces(), keys());
        poolsChanged();
    }

    QuotaDraft draft(QuotaDraft origin) {
        return origin.withPools(sections.stream().map(PoolSection::draft).toList())
                .withNamespaces(namespaces.draft())
                .withSharing(sharing());
    }

    private List<SharingDraft> sharing() {
        List<PoolKey> shown = keys();
        return Stream.concat(
                        sections.stream().map(PoolSection::sharing).flatMap(Optional::stream),
                        shared.stream().filter(one -> !shown.contains(pool(one))))
                .toList();
    }

    private static PoolKey pool(SharingDraft sharing) {
        return new PoolKey(sharing.cloud(), sharing.pool());
    }

    /** Shows each violation at the field it speaks of, as far as there is one. */
    void showErrors(List<SpecViolation> violations) {
        List<SharingDraft> sharing = sharing();
        for (PoolSection section : sections) {
            int shares = sharing.stream().map(QuotaForm::pool).toList().indexOf(section.pool());
            section.showErrors(
                    within(violations, "pools[" + sections.indexOf(section) + "].resources."),
                    within(violations, "sharing[" + shares + "]."));
        }
    }

    /** Sentences by the rest of the field's name. */
    private Map<String, String> within(List<SpecViolation> violations, String prefix) {
        Map<String, String> errors = new HashMap<>();
        for (SpecViolation violation : violations) {
            if (violation.field().startsWith(prefix)) {
                errors.put(
                        violation.field().substring(prefix.length()),
                        Sentences.of(violation, getLocale()));
            }
        }
        return errors;
    }

    private void append(PoolDraft draft) {
        PoolSection[] self = new PoolSection[1];
        PoolKey key = new PoolKey(draft.cloud(), draft.pool());
        SharingDraft sharing =
                shared.stream().filter(one -> pool(one).equals(key)).findFirst().orElse(null);
        self[0] = new PoolSection(draft, sharing, onChange, () -> remove(self[0]));
        sections.add(self[0]);
        pools.add(self[0]);
    }

    private void remove(PoolSection section) {
        sections.remove(section);
        pools.remove(section);
        shared = shared.stream().filter(one -> !pool(one).equals(section.pool())).toList();
        poolsChanged();
        onChange.run();
    }

    private void poolsChanged() {
        List<PoolKey> rest = known.stream().filter(key -> !keys().contains(key)).toList();
        more.setItems(rest);
        more.setVisible(!rest.isEmpty());
        namespaces.offer(keys());
    }

    private List<PoolKey> keys() {
        return sections.stream().map(PoolSection::pool).toList();
    }

    private static Map<String, String> usual() {
        return Map.of("requests.cpu", "", "requests.memory", "", "pods", "");
    }
}
