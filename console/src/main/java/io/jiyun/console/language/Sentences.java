package io.jiyun.console.language;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences a person reads, from {@code i18n/api_*.properties}. Every key exists in both languages.
 */
public final class Sentences {
    private static final String BUNDLE = "i18n.api";
    private static final ResourceBundle CHINESE =
            ResourceBundle.getBundle(BUNDLE, Locale.SIMPLIFIED_CHINESE);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    private Sentences() {}

    /** The sentence in the language; anything but English is answered in Chinese. */
    public static String in(Locale locale, String key, Object... arguments) {
        ResourceBundle bundle = isEnglish(locale) ? ENGLISH : CHINESE;
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The sentence in both languages, bound to the field it speaks of. */
    public static SpecViolation violation(
            String reason, String field, String key, Object... arguments) {
        return new SpecViolation(
                reason,
                field,
                in(Locale.SIMPLIFIED_CHINESE, key, arguments),
                in(Locale.ENGLISH, key, arguments));
    }

    public static String of(SpecViolation violation, Locale locale) {
        return isEnglish(locale) ? violation.en() : violation.zh();
    }

    public static List<String> of(Collection<SpecViolation> violations, Locale locale) {
        return violations.stream().map(violation -> of(violation, locale)).toList();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
