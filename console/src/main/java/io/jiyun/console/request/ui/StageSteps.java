package io.jiyun.console.request.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.jiyun.console.access.Role;
import io.jiyun.console.page.Status;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.workflow.Stage;
import java.util.List;

/** The stages of the workflow, and how far the request has come. */
final class StageSteps extends OrderedList {
    private static final long serialVersionUID = 1L;

    StageSteps(RequestDetail detail) {
        addClassName("progress-steps");
        getElement().setAttribute("aria-label", getTranslation("request.stages"));
        List<Stage> stages = detail.workflow().definition().stages();
        boolean done = detail.row().state() == RequestState.DONE;
        for (int index = 0; index < stages.size(); index++) {
            Stage stage = stages.get(index);
            boolean passed = done || index < detail.row().stage();
            boolean here = !done && index == detail.row().stage();
            Status status = passed ? Status.GOOD : here ? States.of(detail.row()) : Status.UNKNOWN;
            ListItem item = new ListItem(status.badge(name(stage), term(stage)));
            item.addClassName(passed || here ? "reached" : "ahead");
            if (here) {
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }

    private String name(Stage stage) {
        return getLocale().getLanguage().equals("en") ? stage.en() : stage.zh();
    }

    private String term(Stage stage) {
        Role role = stage.role();
        String who = role == null ? "" : getTranslation("role." + role) + " · ";
        return who
                + getTranslation(
                        stage.workingDays() ? "request.working-days" : "request.calendar-days",
                        stage.days());
    }
}
