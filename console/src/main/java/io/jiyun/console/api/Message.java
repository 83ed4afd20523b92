package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import java.util.List;
import java.util.Locale;

/** A violation in the language of the caller. */
record Message(String field, String reason, String message) {
    static List<Message> of(List<SpecViolation> violations, Locale locale) {
        return violations.stream()
                .map(violation ->
                        new Message(
                                violation.field(),
                                violation.reason(),
                                Sentences.of(violation, locale)))
                .toList();
    }
}
