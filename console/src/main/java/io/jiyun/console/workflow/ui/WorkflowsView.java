package io.jiyun.console.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.shell.MainLayout;
import io.jiyun.console.workflow.RequestType;
import io.jiyun.console.workflow.Stage;
import io.jiyun.console.workflow.StageKind;
import io.jiyun.console.workflow.Workflow;
import io.jiyun.console.workflow.WorkflowDraft;
import io.jiyun.console.workflow.WorkflowSaved;
import io.jiyun.console.workflow.WorkflowService;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** The way each type of request takes; the security administrator changes it. */
@Route(value = "workflows", layout = MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD", "SECURITY_ADMIN", "AUDITOR"})
class WorkflowsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient WorkflowService workflows;
    private final boolean mayChange;
    private final Select<RequestType> type = new Select<>();
    private final Div marks = new Div();
    private final Section stages = new Section();
    private final List<StageRow> rows = new ArrayList<>();
    private final RuleForm rule;
    private final TextField basis = new TextField();
    private final DatePicker effectiveOn = new DatePicker();
    private final Div outcome = new Div();
    private final UnorderedList versions = new UnorderedList();
    private int version;

    WorkflowsView(WorkflowService workflows, CurrentActor current) {
        this.workflows = workflows;
        mayChange = current.require().role() == Role.SECURITY_ADMIN;
        rule = new RuleForm(mayChange);
        addClassName("page");
        setId("content");
        type.setLabel(getTranslation("requests.type"));
        type.setItems(RequestType.values());
        type.setItemLabelGenerator(value -> getTranslation("request.type." + value));
        type.addValueChangeListener(change -> load());
        type.addClassName("chooser");
        stages.addClassName("card");
        basis.setLabel(getTranslation("workflow.basis"));
        basis.setHelperText(getTranslation("workflow.basis.help"));
        basis.setReadOnly(!mayChange);
        effectiveOn.setLabel(getTranslation("workflow.effective"));
        effectiveOn.setReadOnly(!mayChange);
        outcome.getElement().setAttribute("aria-live", "polite");
        PageHeader header =
                new PageHeader(
                        getTranslation("workflows.title"), getTranslation("workflows.answers"));
        if (mayChange) {
            Button save = new Button(getTranslation("workflow.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.with(
                    new Button(getTranslation("workflow.add"), click -> addStage(blank())), save);
        }
        Section rest = new Section(basis, effectiveOn);
        rest.addClassName("card");
        Section history = new Section(new H3(getTranslation("workflow.versions")), versions);
        history.addClassName("card");
        add(header, type, marks, outcome, stages, rule, rest, history);
        type.setValue(RequestType.INCREASE);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workflows.title") + " · 集云 Jiyun";
    }

    private void load() {
        Workflow workflow = workflows.current(type.getValue());
        version = workflow.version();
        outcome.removeAll();
        marks.removeAll();
        if (workflow.suggested()) {
            marks.add(
                    Notice.of(
                            Status.WATCH,
                            getTranslation("workflow.suggested"),
                            getTranslation("workflow.suggested.meaning")));
        }
        rows.clear();
        stages.removeAll();
        workflow.definition().stages().forEach(this::addStage);
        rule.show(workflow.definition().auto());
        basis.setValue(workflow.definition().basis());
        effectiveOn.setValue(workflow.definition().effectiveOn());
        versions.removeAll();
        workflows
                .history(type.getValue())
                .forEach(one ->
                        versions.add(
                                new ListItem(
                                        getTranslation(
                                                "workflow.version",
                                                one.version(),
                                                Figures.moment(one.savedAt()),
                                                one.savedBy().isEmpty()
                                                        ? getTranslation("workflow.preset")
                                                        : one.savedBy()))));
    }

    private void addStage(Stage stage) {
        StageRow row =
                new StageRow(
                        stage,
                        mayChange,
                        gone -> {
                            rows.remove(gone);
                            stages.remove(gone);
                        });
        rows.add(row);
        stages.add(row);
    }

    private void save() {
        outcome.removeAll();
        WorkflowDraft draft =
                new WorkflowDraft(
                        rows.stream()
                                .map(StageRow::stage)
                                .sorted(java.util.Comparator.comparing(Stage::kind))
                                .toList(),
                        rule.rule(),
                        basis.getValue().strip(),
                        effectiveOn.getValue());
        switch (workflows.save(type.getValue(), draft, version)) {
            case WorkflowSaved.Saved(int saved) -> {
                load();
                outcome.add(Notice.of(Status.GOOD, getTranslation("workflow.saved", saved)));
            }
            case WorkflowSaved.Refused(var violations) ->
                    outcome.add(
                            Notice.of(
                                    Status.BAD,
                                    getTranslation("workflow.refused"),
                                    Sentences.of(violations, getLocale())));
            case WorkflowSaved.Stale _ ->
                    outcome.add(Notice.of(Status.WATCH, getTranslation("workflow.stale")));
        }
    }

    private static Stage blank() {
        return new Stage("", "", "", StageKind.REVIEW, Role.CLOUD_ADMIN, 1, true, false);
    }
}
