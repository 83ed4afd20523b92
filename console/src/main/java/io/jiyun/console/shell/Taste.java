package io.jiyun.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinSession;
import io.jiyun.console.account.AccountService;
import io.jiyun.console.account.Preferences;
import io.jiyun.console.account.Theme;
import io.jiyun.console.page.PageTexts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A person's language and colour scheme: taken up at the first page, changed and remembered. */
@Component
class Taste {
    private static final String TAKEN_UP = Taste.class.getName();

    private final AccountService accounts;

    Taste(AccountService accounts) {
        this.accounts = accounts;
    }

    /** Makes the page look as the person left it. */
    void takeUp(UI ui) {
        VaadinSession session = ui.getSession();
        Preferences preferences = accounts.preferences();
        if (session.getAttribute(TAKEN_UP) == null) {
            session.setAttribute(TAKEN_UP, true);
            session.setLocale(PageTexts.provided(preferences.locale()));
        }
        ui.setLocale(session.getLocale());
        ui.getPage().setColorScheme(scheme(preferences.theme()));
    }

    void choose(Locale locale, UI ui) {
        accounts.rememberLocale(locale);
        ui.getSession().setLocale(locale);
        ui.getPage().reload();
    }

    void choose(Theme theme, UI ui) {
        accounts.rememberTheme(theme);
        ui.getPage().setColorScheme(scheme(theme));
    }

    Theme theme() {
        return accounts.preferences().theme();
    }

    private static ColorScheme.Value scheme(Theme theme) {
        return switch (theme) {
            case LIGHT -> ColorScheme.Value.LIGHT;
            case DARK -> ColorScheme.Value.DARK;
            case SYSTEM -> ColorScheme.Value.LIGHT_DARK;
        };
    }
}
