package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Div;
import io.jiyun.console.home.AccountsHome;
import io.jiyun.console.page.Status;

/** Accounts at a glance. */
final class AccountsPanel extends Div {
    private static final long serialVersionUID = 1L;

    AccountsPanel(AccountsHome home) {
        addClassName("tiles");
        add(
                new Tile(
                        getTranslation("tile.accounts"),
                        Long.toString(home.accounts()),
                        Status.UNKNOWN,
                        "accounts"),
                new Tile(
                        getTranslation("tile.locked"),
                        Long.toString(home.locked()),
                        home.locked() > 0 ? Status.WATCH : Status.GOOD,
                        "accounts"),
                new Tile(
                        getTranslation("tile.disabled"),
                        Long.toString(home.disabled()),
                        Status.UNKNOWN,
                        "accounts"));
    }
}
