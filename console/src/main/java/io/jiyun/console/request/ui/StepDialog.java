package io.jiyun.console.request.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.jiyun.console.access.Actor;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.ControlEnter;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Asks for the words a step needs, and says in its place why it could not be taken. */
final class StepDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Set<Step> NEEDS_REASON = EnumSet.of(Step.REJECT, Step.RETURN);

    private final TextArea reason = new TextArea();
    private final TextArea advice = new TextArea();
    private final ComboBox<Actor> person = new ComboBox<>();
    private final Div outcome = new Div();
    private final transient Runnable afterwards;

    /** What the person wrote. */
    record Words(String reason, String advice, String person) {}

    StepDialog(
            Step step,
            List<Actor> colleagues,
            Function<Words, RequestOutcome> take,
            Runnable afterwards) {
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("step." + step));
        setWidth("480px");
        reason.setLabel(
                getTranslation(NEEDS_REASON.contains(step) ? "step.reason" : "step.remark"));
        reason.setRequired(NEEDS_REASON.contains(step));
        reason.setWidthFull();
        reason.setAutofocus(true);
        add(reason);
        if (step == Step.REJECT) {
            advice.setLabel(getTranslation("step.advice"));
            advice.setHelperText(getTranslation("step.advice.help"));
            advice.setRequired(true);
            advice.setWidthFull();
            add(advice);
        }
        if (step == Step.DELEGATE) {
            person.setLabel(getTranslation("step.person"));
            person.setItems(colleagues);
            person.setItemLabelGenerator(one -> one.displayName() + " · " + one.username());
            person.setWidthFull();
            addComponentAsFirst(person);
        }
        outcome.getElement().setAttribute("aria-live", "polite");
        add(outcome);
        Button confirm = new Button(getTranslation("step." + step), click -> finish(take));
        confirm.addThemeVariants(
                step == Step.REJECT || step == Step.WITHDRAW
                        ? ButtonVariant.LUMO_ERROR
                        : ButtonVariant.LUMO_PRIMARY);
        ControlEnter.presses(confirm);
        getFooter().add(new Button(getTranslation("step.cancel"), click -> close()), confirm);
    }

    private void finish(Function<Words, RequestOutcome> take) {
        Actor chosen = person.getValue();
        Words words =
                new Words(
                        reason.getValue().strip(),
                        advice.getValue().strip(),
                        chosen == null ? "" : chosen.username());
        outcome.removeAll();
        switch (take.apply(words)) {
            case RequestOutcome.Done _ -> {
                close();
                afterwards.run();
            }
            case RequestOutcome.Refused(var violations) ->
                    outcome.add(
                            Notice.of(
                                    Status.BAD,
                                    getTranslation("step.refused"),
                                    Sentences.of(violations, getLocale())));
            case RequestOutcome.Stale _ ->
                    outcome.add(Notice.of(Status.WATCH, getTranslation("step.stale")));
        }
    }
}
