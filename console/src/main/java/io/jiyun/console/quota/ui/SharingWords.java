package io.jiyun.console.quota.ui;

import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.page.PageTexts;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is agreed on borrowing and lending, in words. */
final class SharingWords {
    private final PageTexts texts = new PageTexts();
    private final Locale locale;
    private final SequencedMap<String, String> words = new LinkedHashMap<>();

    private SharingWords(Locale locale) {
        this.locale = locale;
    }

    /** Each thing agreed and how much, for example {@code 最多借入 处理器} and {@code 4 核}. */
    static SequencedMap<String, String> of(@Nullable SharingDraft draft, Locale locale) {
        SharingWords result = new SharingWords(locale);
        if (draft != null) {
            result.add(draft);
        }
        return result.words;
    }

    /** All of it in one line. */
    static String line(SharingDraft draft, Locale locale) {
        return of(draft, locale).entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(new PageTexts().getTranslation("separator", locale)));
    }

    private void add(SharingDraft draft) {
        add("sharing.borrowing", draft.borrowingLimit());
        add("sharing.lending", draft.lendingLimit());
        Long grace = draft.recallGraceSeconds();
        if (grace != null || !draft.lendingLimit().isEmpty()) {
            words.put(
                    texts.getTranslation("sharing.grace", locale),
                    GraceUnit.words(grace == null ? Sharing.USUAL_GRACE_SECONDS : grace, locale));
        }
    }

    private void add(String direction, Map<String, String> limit) {
        Figures figures = Figures.in(locale);
        // What cannot be read is said where it was typed.
        Resources amounts = Quantities.typed(limit, "", new Violations());
        Importance.names(amounts)
                .forEach(name ->
                        words.put(
                                texts.getTranslation(direction, locale)
                                        + " "
                                        + figures.resource(name),
                                figures.amount(amounts.get(name))));
    }
}
