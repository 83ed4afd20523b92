package io.jiyun.console.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** What a person does at the console. */
final class Person implements AutoCloseable {
    private final Page page;
    private final String address;

    Person(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Page page() {
        return page;
    }

    Person signsIn(String username) {
        page.navigate(address + "/login");
        page.locator("vaadin-login-form input[name=username]").fill(username);
        page.locator("vaadin-login-form input[name=password]").fill("Jiyun-2026");
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.locator("vaadin-app-layout").waitFor();
        return this;
    }

    Person opens(String path) {
        page.navigate(address + path);
        page.locator("#content, .page, .detail, vaadin-login-form, body > *").first().waitFor();
        return this;
    }

    Person sees(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    boolean finds(String selector) {
        return page.locator(selector).count() > 0;
    }

    Person presses(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
        return this;
    }

    /** Writes into the amount field that carries the label, and leaves it. */
    Person writesAmount(String label, String amount) {
        Locator field =
                page.locator("vaadin-custom-field")
                        .filter(new Locator.FilterOptions().setHasText(label))
                        .locator("input")
                        .first();
        field.fill(amount);
        field.press("Tab");
        return this;
    }

    Person writesReason(String reason) {
        page.locator("vaadin-text-area textarea").fill(reason);
        return this;
    }

    Person choosesScheme(String scheme) {
        page.evaluate("scheme => document.documentElement.style.colorScheme = scheme", scheme);
        return this;
    }

    /** Chooses the language of the pages, unless they speak it already. */
    Person speaks(String language) {
        page.waitForFunction("document.documentElement.lang !== ''");
        if (!page.evaluate("document.documentElement.lang").equals(language)) {
            page.getByRole(AriaRole.MENUITEM).first().click();
            page.waitForFunction(
                    "language => document.documentElement.lang === language", language);
        }
        return this;
    }

    void photographs(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
