package io.jiyun.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.jiyun.console.cluster.LiveUpdate;
import io.jiyun.console.cluster.LiveUpdates;
import java.util.function.Predicate;

/**
 * Keeps an open page up to date: while it is attached, it is refreshed when the news concern it.
 */
public final class Live {

    public static void follow(
            Component page, LiveUpdates updates, Predicate<LiveUpdate> concerns, Command refresh) {
        page.addAttachListener(attach -> {
            UI ui = attach.getUI();
            LiveUpdates.Subscription subscription =
                    updates.subscribe(update -> {
                        if (concerns.test(update)) {
                            var _ = ui.access(refresh);
                        }
                    });
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                subscription.close();
            });
        });
    }

    private Live() {}
}
