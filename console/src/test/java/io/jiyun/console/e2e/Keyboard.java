package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A person without a mouse, who is counted: a key, a shortcut of the page and a text typed into a
 * field are one interaction each.
 */
final class Keyboard {
    private static final int MOST = 12;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Page page;
    private final Instant begun = Instant.now();
    private final List<String> interactions = new ArrayList<>();

    Keyboard(Person person) {
        page = person.page();
        page.waitForFunction("window.jiyunKeys");
    }

    Keyboard presses(String key) {
        interactions.add(key);
        page.keyboard().press(key);
        return this;
    }

    Keyboard presses(String key, int times) {
        for (int time = 0; time < times; time++) {
            presses(key);
        }
        return this;
    }

    /** Two letters one after the other that lead to a page. */
    Keyboard goesTo(char letter) {
        interactions.add("g " + letter);
        page.keyboard().press("g");
        page.keyboard().press(String.valueOf(letter));
        return this;
    }

    Keyboard types(String text) {
        interactions.add(text);
        page.keyboard().type(text);
        return this;
    }

    /** Waits until the field with the label has the focus; looking is no interaction. */
    Keyboard isIn(String label) {
        page.waitForFunction(
                """
                label => {
                  let active = document.activeElement;
                  return active && (active.labels?.[0]?.textContent ?? '').includes(label);
                }\
                """,
                label);
        return this;
    }

    /** Waits until the button of the letter can be pressed. */
    Keyboard canPress(String letter) {
        page.locator("[aria-keyshortcuts='" + letter + "']:not([disabled])").waitFor();
        return this;
    }

    Keyboard sees(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    Keyboard seesNoMore(String text) {
        page.waitForCondition(() -> page.getByText(text).count() == 0);
        return this;
    }

    /** The journey was short enough. */
    void arrives() {
        assertThat(interactions).hasSizeLessThanOrEqualTo(MOST);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
    }
}
