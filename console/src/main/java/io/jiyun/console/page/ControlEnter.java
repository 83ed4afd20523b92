package io.jiyun.console.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;

/** Finishes what is being written without leaving the field: Ctrl and Enter press the button. */
public final class ControlEnter {

    /**
     * What stands in the field still counts: it is left for a moment before the button is pressed.
     */
    public static void presses(Button button) {
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        button.getElement().setAttribute("aria-keyshortcuts", "Control+Enter");
    }

    private ControlEnter() {}
}
