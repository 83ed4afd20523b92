package io.jiyun.console.page;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Texts of the pages, from {@code i18n/ui_*.properties}: Simplified Chinese first, English second.
 */
@Component
public class PageTexts implements I18NProvider {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageTexts.class);
    private static final String BUNDLE = "i18n.ui";

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        try {
            String text = ResourceBundle.getBundle(BUNDLE, provided(locale)).getString(key);
            return new MessageFormat(text, locale).format(arguments);
        } catch (MissingResourceException e) {
            LOG.warn("No text for {} in {}", key, locale);
            return key;
        }
    }

    /** Whether there is a text for the key; resource names of the field may have none. */
    public static boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE, Locale.SIMPLIFIED_CHINESE).containsKey(key);
    }

    /** The language of the pages that serves a locale: English, or else Chinese. */
    public static Locale provided(Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
