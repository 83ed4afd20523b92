package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.Shortage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why something is short, in the language of the caller. */
record ShortageBody(
        Level level,
        String reason,
        String message,
        @Nullable String resource,
        List<HolderBody> holders,
        List<Approver> approvers) {

    /** A part that is held; the name is left out of bureaus the caller may not know of. */
    record HolderBody(@Nullable String name, String amount) {}

    static ShortageBody of(Shortage shortage, Locale locale) {
        return new ShortageBody(
                shortage.level(),
                shortage.said().reason(),
                Sentences.of(shortage.said(), locale),
                shortage.resource() == null ? null : shortage.resource().value(),
                shortage.holders().stream()
                        .map(holding -> new HolderBody(holding.name(), holding.amount().print()))
                        .toList(),
                shortage.approvers());
    }
}
