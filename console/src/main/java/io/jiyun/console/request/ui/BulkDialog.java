package io.jiyun.console.request.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.ControlEnter;
import io.jiyun.console.page.Status;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.TaskService;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Approves many requests: before, what each asks and whether it can be granted; after, how each
 * ended. One that fails holds up no other.
 */
final class BulkDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Map<String, Div> results = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final TextArea remark = new TextArea();
    private final Button approve = new Button();

    BulkDialog(
            Collection<RequestRow> rows,
            RequestService requests,
            TaskService tasks,
            Runnable afterwards) {
        setHeaderTitle(getTranslation("tasks.bulk", rows.size()));
        setWidth("720px");
        OrderedList list = new OrderedList();
        for (RequestRow row : rows) {
            list.add(item(row, requests));
        }
        remark.setLabel(getTranslation("step.remark"));
        remark.setWidthFull();
        remark.setAutofocus(true);
        add(new Paragraph(getTranslation("tasks.bulk.hint")), list, remark);
        approve.setText(getTranslation("tasks.bulk.approve", versions.size()));
        approve.setEnabled(!versions.isEmpty());
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.addClickListener(click -> decide(tasks));
        ControlEnter.presses(approve);
        getFooter()
                .add(
                        new Button(
                                getTranslation("tasks.bulk.close"),
                                click -> {
                                    close();
                                    afterwards.run();
                                }),
                        approve);
    }

    private ListItem item(RequestRow row, RequestService requests) {
        RequestDetail detail = requests.detail(row.number());
        Div result = new Div();
        result.getElement().setAttribute("aria-live", "polite");
        boolean possible = detail.possible().contains(Step.APPROVE);
        if (!possible) {
            result.add(badge(Status.UNKNOWN, getTranslation("tasks.bulk.not-yours")));
        } else {
            results.put(row.number(), result);
            versions.put(row.number(), detail.row().version());
            if (row.state() == RequestState.PENDING) {
                List<SpecViolation> against = requests.feasibility(row.number()).violations();
                result.add(
                        against.isEmpty()
                                ? badge(Status.GOOD, getTranslation("feasibility.yes"))
                                : badge(Status.BAD, sentences(against)));
            }
        }
        return new ListItem(
                new Span(row.number() + " · " + row.bureauName() + " · "),
                new Span(String.join("; ", Asks.lines(detail.content(), getLocale()))),
                result);
    }

    private void decide(TaskService tasks) {
        approve.setEnabled(false);
        versions.forEach((number, version) -> {
            Div result = results.get(number);
            if (result == null) {
                return;
            }
            result.removeAll();
            result.add(
                    switch (tasks.approve(
                            number, remark.getValue().strip(), new Handling(version, null))) {
                        case RequestOutcome.Done(String _, long _, var state) ->
                                badge(Status.GOOD, getTranslation("request.state." + state));
                        case RequestOutcome.Refused(var violations) ->
                                badge(Status.BAD, sentences(violations));
                        case RequestOutcome.Stale _ ->
                                badge(Status.WATCH, getTranslation("step.stale"));
                    });
        });
    }

    private String sentences(List<SpecViolation> violations) {
        return violations.stream()
                .map(one -> Sentences.of(one, getLocale()))
                .collect(Collectors.joining(" "));
    }

    private static Span badge(Status status, String words) {
        return status.badge(words, words);
    }
}
