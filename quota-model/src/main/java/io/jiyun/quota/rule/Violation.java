package io.jiyun.quota.rule;

import java.util.List;
import java.util.Locale;

/**
 * One broken rule.
 *
 * @param field path of the field that breaks it, for example {@code spec.grants[0].pool}
 * @param arguments what the reason's sentence names
 */
public record Violation(Reason reason, String field, List<Object> arguments) {
    public Violation {
        arguments = List.copyOf(arguments);
    }

    public static Violation of(Reason reason, String field, Object... arguments) {
        return new Violation(reason, field, List.of(arguments));
    }

    public String zh() {
        return String.format(Locale.ROOT, reason.zh(), arguments.toArray());
    }

    public String en() {
        return String.format(Locale.ROOT, reason.en(), arguments.toArray());
    }
}
