package io.jiyun.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.jiyun.console.access.Actor;
import io.jiyun.console.account.Theme;
import java.util.Locale;

/** Language, colour scheme, who is signed in, and the way out. */
final class PersonalMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    PersonalMenu(Actor actor, Taste taste) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        addClassName("personal-menu");
        languages(taste);
        themes(taste);
        person(actor);
    }

    private void languages(Taste taste) {
        boolean english = getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        MenuItem item =
                addItem(
                        english ? "中文" : "English",
                        click ->
                                taste.choose(
                                        english ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                                        UI.getCurrent()));
        item.setAriaLabel(getTranslation("language.switch"));
    }

    private void themes(Taste taste) {
        MenuItem item = addItem(VaadinIcon.ADJUST.create());
        item.setAriaLabel(getTranslation("theme"));
        SubMenu choices = item.getSubMenu();
        for (Theme theme : Theme.values()) {
            MenuItem choice =
                    choices.addItem(
                            getTranslation("theme." + theme),
                            click -> {
                                taste.choose(theme, UI.getCurrent());
                                choices.getItems().forEach(other -> other.setChecked(false));
                                click.getSource().setChecked(true);
                            });
            choice.setCheckable(true);
            choice.setChecked(theme == taste.theme());
        }
    }

    private void person(Actor actor) {
        MenuItem item = addItem(VaadinIcon.USER.create());
        item.add(new Span(actor.displayName()));
        item.setAriaLabel(actor.displayName());
        MenuItem role = item.getSubMenu().addItem(getTranslation("role." + actor.role()));
        role.setEnabled(false);
        item.getSubMenu()
                .addItem(
                        getTranslation("password.change"),
                        click -> UI.getCurrent().getPage().setLocation("password"));
        item.getSubMenu()
                .addItem(
                        getTranslation("factor.title"),
                        click -> UI.getCurrent().navigate("second-factor"));
        item.getSubMenu()
                .addItem(
                        getTranslation("sign.out"),
                        click -> UI.getCurrent().getPage().setLocation("logout"));
    }
}
