package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.tree.PoolKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far a pool's quota is shared with other bureaus 借用约定; folded up where it is not. */
final class SharingFields extends Details {
    private static final long serialVersionUID = 1L;
    private static final String BORROWING = "borrowingLimit.";
    private static final String LENDING = "lendingLimit.";
    private static final String GRACE = "recallGraceSeconds";

    private final PoolKey pool;
    private final AmountFields borrowing;
    private final AmountFields lending;
    private final GraceField grace = new GraceField();

    SharingFields(PoolKey pool, @Nullable SharingDraft draft, Runnable onChange) {
        this.pool = pool;
        addClassName("sharing");
        Runnable changed =
                () -> {
                    summarize();
                    onChange.run();
                };
        borrowing =
                new AmountFields(
                        getTranslation("sharing.borrowing"),
                        withUsual(draft == null ? Map.of() : draft.borrowingLimit()),
                        changed);
        lending =
                new AmountFields(
                        getTranslation("sharing.lending"),
                        withUsual(draft == null ? Map.of() : draft.lendingLimit()),
                        changed);
        grace.setValue(draft == null ? null : draft.recallGraceSeconds());
        grace.addValueChangeListener(change -> changed.run());
        add(new Paragraph(getTranslation("sharing.meaning")), borrowing, lending, grace);
        setOpened(draft != null);
        summarize();
    }

    /** What is written; nothing where every field is empty. */
    Optional<SharingDraft> draft() {
        SharingDraft draft =
                new SharingDraft(
                        pool.cloud(),
                        pool.pool(),
                        borrowing.amounts(),
                        lending.amounts(),
                        grace.getValue());
        boolean empty =
                draft.borrowingLimit().isEmpty()
                        && draft.lendingLimit().isEmpty()
                        && draft.recallGraceSeconds() == null;
        return empty ? Optional.empty() : Optional.of(draft);
    }

    /** By the field's name within what is shared, such as {@code lendingLimit.requests.cpu}. */
    void showErrors(Map<String, String> errors) {
        borrowing.showErrors(within(errors, BORROWING));
        lending.showErrors(within(errors, LENDING));
        grace.setErrorMessage(errors.get(GRACE));
        grace.setInvalid(errors.containsKey(GRACE));
        if (!errors.isEmpty()) {
            setOpened(true);
        }
    }

    private void summarize() {
        setSummaryText(
                draft().map(draft ->
                                getTranslation("sharing.is", SharingWords.line(draft, getLocale())))
                        .orElse(getTranslation("sharing.none")));
    }

    private static Map<String, String> withUsual(Map<String, String> limit) {
        Map<String, String> shown = new TreeMap<>(limit);
        shown.putIfAbsent("requests.cpu", "");
        shown.putIfAbsent("requests.memory", "");
        return shown;
    }

    private static Map<String, String> within(Map<String, String> errors, String prefix) {
        Map<String, String> within = new TreeMap<>();
        errors.forEach((field, error) -> {
            if (field.startsWith(prefix)) {
                within.put(field.substring(prefix.length()), error);
            }
        });
        return within;
    }
}
