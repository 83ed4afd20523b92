package io.jiyun.console.account;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a password must be. The figures are practice in government clouds, not law; an installation
 * may set its own.
 */
public final class PasswordPolicy {
    public static final int LEAST_LENGTH = 8;
    public static final int MOST_LENGTH = 72;
    static final int LEAST_KINDS = 3;

    /** How many earlier passwords may not come back. */
    public static final int REMEMBERED = 5;

    public static final Duration VALIDITY = Duration.ofDays(90);

    private PasswordPolicy() {}

    /** Everything that is wrong with a new password; empty when it is good. */
    public static List<SpecViolation> check(String username, String password) {
        List<SpecViolation> violations = new ArrayList<>();
        if (password.length() < LEAST_LENGTH || password.length() > MOST_LENGTH) {
            violations.add(violation("password.length", LEAST_LENGTH, MOST_LENGTH));
        }
        if (kinds(password) < LEAST_KINDS) {
            violations.add(violation("password.kinds", LEAST_KINDS));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            violations.add(violation("password.name"));
        }
        return violations;
    }

    /** The refusal of a password that was used before. */
    public static SpecViolation repeated() {
        return violation("password.repeated", REMEMBERED);
    }

    private static SpecViolation violation(String key, Object... arguments) {
        return Sentences.violation("PasswordTooWeak", "password", key, arguments);
    }

    private static long kinds(String password) {
        return Stream.<IntPredicate>of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        letter -> !Character.isLetterOrDigit(letter))
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
    }
}
