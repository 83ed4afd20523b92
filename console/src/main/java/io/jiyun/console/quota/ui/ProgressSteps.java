package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.SyncState;
import java.util.List;

/** 已提交 → 已受理 → 已生效, or where it was refused. Says only what the cluster has confirmed. */
final class ProgressSteps extends OrderedList {
    private static final long serialVersionUID = 1L;

    ProgressSteps(SyncState state) {
        addClassName("progress-steps");
        getElement().setAttribute("aria-label", getTranslation("progress"));
        List<SyncState> steps =
                switch (state) {
                    case PENDING, ADMITTED, SYNCED ->
                            List.of(SyncState.PENDING, SyncState.ADMITTED, SyncState.SYNCED);
                    case REFUSED, FAILED -> List.of(SyncState.PENDING, state);
                };
        for (SyncState step : steps) {
            boolean reached = step.compareTo(state) <= 0;
            Status status =
                    !reached ? Status.UNKNOWN : step == state ? States.of(state) : Status.GOOD;
            ListItem item =
                    new ListItem(
                            status.badge(
                                    getTranslation("state." + step),
                                    getTranslation("state." + step + ".why")));
            item.addClassName(reached ? "reached" : "ahead");
            if (step == state) {
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }
}
