package io.jiyun.console.account;

import java.util.Locale;

/** What the console remembers of a person between visits. */
public record Preferences(Locale locale, Theme theme) {
    public static final Preferences DEFAULT =
            new Preferences(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT);
}
