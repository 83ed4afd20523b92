package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.request.EventKind;
import org.jspecify.annotations.Nullable;

/** Something that belongs into the history of a request. */
record Happening(
        EventKind kind,
        @Nullable String stage,
        String reason,
        @Nullable SpecViolation explanation,
        boolean byPerson) {

    static Happening byPerson(EventKind kind, @Nullable String stage, String reason) {
        return new Happening(kind, stage, reason, null, true);
    }

    static Happening byItself(
            EventKind kind, @Nullable String stage, @Nullable SpecViolation explanation) {
        return new Happening(kind, stage, "", explanation, false);
    }
}
