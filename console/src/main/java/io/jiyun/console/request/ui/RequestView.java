package io.jiyun.console.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestNotFound;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.TaskService;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** One request: what is asked, how far it has come, what can be done with it, and its history. */
@Route(value = "requests/:number", layout = MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD", "FINANCE", "AUDITOR"})
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient RequestService requests;
    private final transient TaskService tasks;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private String number = "";

    RequestView(RequestService requests, TaskService tasks, CurrentActor current, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.current = current;
        this.clock = clock;
        addClassName("page");
        setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        show();
    }

    @Override
    public String getPageTitle() {
        return number + " · 集云 Jiyun";
    }

    private void show() {
        removeAll();
        try {
            show(requests.detail(number));
        } catch (RequestNotFound e) {
            add(
                    Notice.of(
                            Status.UNKNOWN,
                            getTranslation("request.absent", number),
                            getTranslation("request.absent.remedy")));
        }
    }

    private void show(RequestDetail detail) {
        RequestRow row = detail.row();
        PageHeader header =
                new PageHeader(
                        number + " · " + getTranslation("request.type." + row.type()),
                        row.bureauName() + " · " + row.quota());
        header.under(
                new RouterLink(getTranslation("requests.title"), RequestsView.class),
                new Span(number));
        detail.possible().forEach(step -> header.with(button(step, row)));
        Dues dues = new Dues(clock, getLocale());
        Div state =
                new Div(
                        States.of(row)
                                .badge(
                                        getTranslation("request.state." + row.state()),
                                        row.reason()));
        if (row.dueOn() != null) {
            state.add(dues.status(row).badge(dues.words(row), dues.words(row)));
        }
        Section ask = new Section(state);
        ask.addClassName("card");
        Asks.lines(detail.content(), getLocale()).forEach(line -> ask.add(new Paragraph(line)));
        ask.add(new Paragraph(getTranslation("request.reason", row.reason())));
        boolean filer = row.filer().equals(current.require().username());
        add(header, new StageSteps(detail));
        Verdict.of(detail).ifPresent(this::add);
        add(ask);
        if (row.state() == RequestState.PENDING && detail.possible().contains(Step.APPROVE)) {
            FeasibilityPanel panel = new FeasibilityPanel();
            panel.show(requests.feasibility(number));
            add(panel);
        }
        add(
                new DocumentList(requests, detail, filer && !row.state().ended(), this::show),
                new Timeline(detail.timeline()));
    }

    private Button button(Step step, RequestRow row) {
        Button button = new Button(getTranslation("step." + step), click -> begin(step, row));
        if (step == Step.APPROVE || step == Step.SUBMIT || step == Step.CONFIRM) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void begin(Step step, RequestRow row) {
        switch (step) {
            case EDIT -> UI.getCurrent().navigate("requests/" + number + "/edit");
            case DUPLICATE -> {
                if (requests.duplicate(number, Handling.PLAIN)
                        instanceof RequestOutcome.Done(String copy, long _, var _)) {
                    UI.getCurrent().navigate("requests/" + copy + "/edit");
                }
            }
            case SUBMIT, WITHDRAW, APPROVE, REJECT, RETURN, DELEGATE, CONFIRM ->
                    new StepDialog(
                                    step,
                                    step == Step.DELEGATE ? tasks.colleagues(number) : List.of(),
                                    words -> take(step, row, words),
                                    () -> {
                                        Notification.show(
                                                getTranslation("step.done", number),
                                                4000,
                                                Notification.Position.BOTTOM_START);
                                        show();
                                    })
                            .open();
        }
    }

    private RequestOutcome take(Step step, RequestRow row, StepDialog.Words words) {
        Handling seen = new Handling(row.version(), null);
        String said = words.reason();
        return switch (step) {
            case SUBMIT -> requests.submit(number, seen);
            case WITHDRAW -> requests.withdraw(number, said, seen);
            case APPROVE -> tasks.approve(number, said, seen);
            case REJECT -> tasks.reject(number, said, words.advice(), seen);
            case RETURN -> tasks.giveBack(number, said, List.of(), seen);
            case DELEGATE -> tasks.delegate(number, words.person(), said, seen);
            case CONFIRM -> tasks.confirm(number, said, seen);
            case EDIT, DUPLICATE -> throw new IllegalArgumentException(step.name());
        };
    }
}
