package io.jiyun.console.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.jiyun.console.notice.NoticeService;

/** How many notices are unread, as of the last refresh, and the way to them. */
final class Bell extends Anchor {
    private static final long serialVersionUID = 1L;
    private static final long MOST_SHOWN = 99;

    private final transient NoticeService notices;
    private final Span number = new Span();

    Bell(NoticeService notices) {
        this.notices = notices;
        setHref("notices");
        addClassName("bell");
        number.addClassName("bell-number");
        add(VaadinIcon.BELL_O.create(), number);
    }

    void refresh() {
        long unread = notices.unread();
        number.setText(unread > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(unread));
        number.setVisible(unread > 0);
        getElement().setAttribute("aria-label", getTranslation("notice.unread", unread));
    }
}
