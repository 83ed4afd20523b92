package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.Decision;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.Submission;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a quota is changed: the form, beside it at every moment what the change would do, and below
 * the reason and the button. Nothing is stored before the button.
 */
final class QuotaDesk extends Div {
    private static final long serialVersionUID = 1L;

    /** Asks the services; the page says whether it creates or changes. */
    record Services(
            Function<QuotaDraft, QuotaPreview> preview,
            SubmitQuota submit,
            java.util.function.Supplier<String> name) {}

    /** Stores a draft. */
    @FunctionalInterface
    interface SubmitQuota {
        Decision apply(QuotaDraft draft, Submission submission);
    }

    private final transient Services services;
    private final QuotaForm form;
    private final PreviewPanel panel = new PreviewPanel();
    private final Div outcome = new Div();
    private final TextArea reason = new TextArea();
    private final Button submit = new Button();
    private final String idempotencyKey = UUID.randomUUID().toString();
    private transient QuotaDraft origin;
    private @Nullable Long version;

    QuotaDesk(QuotaDraft origin, List<PoolKey> known, Services services) {
        this.services = services;
        this.origin = origin;
        addClassName("desk");
        form = new QuotaForm(known, this::changed);
        form.show(origin);
        reason.setLabel(getTranslation("reason"));
        reason.setHelperText(getTranslation("reason.help"));
        reason.setRequired(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addValueChangeListener(change -> explainButton());
        submit.setText(getTranslation("quota.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickListener(click -> submit());
        Section decide = new Section(outcome, reason, submit);
        decide.addClassName("card");
        Div side = new Div(panel, decide);
        side.addClassName("desk-side");
        add(form, side);
        changed();
    }

    /** Takes up another bureau or name without losing what was typed. */
    void startFrom(QuotaDraft changed) {
        origin = form.draft(changed);
        changed();
    }

    private void changed() {
        if (draft().pools().isEmpty() && origin.pools().isEmpty()) {
            panel.showHint(getTranslation("create.hint"));
            submit.setEnabled(false);
            explainButton();
            return;
        }
        QuotaPreview preview = services.preview().apply(draft());
        if (version == null) {
            version = preview.version();
        }
        panel.show(preview);
        form.showErrors(preview.violations());
        submit.setEnabled(preview.acceptable());
        explainButton();
    }

    private QuotaDraft draft() {
        return form.draft(origin);
    }

    private void explainButton() {
        submit.setTooltipText(submit.isEnabled() ? "" : getTranslation("quota.submit.blocked"));
    }

    private void submit() {
        if (reason.getValue().isBlank()) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("reason.missing"));
            reason.focus();
            return;
        }
        Submission submission = new Submission(reason.getValue().strip(), version, idempotencyKey);
        outcome.removeAll();
        switch (services.submit().apply(draft(), submission)) {
            case Decision.Accepted accepted -> {
                Notification.show(
                        getTranslation("quota.submitted", accepted.changeId()),
                        6_000,
                        Notification.Position.BOTTOM_START);
                UI.getCurrent().navigate("quotas/" + services.name().get());
            }
            case Decision.Refused refused ->
                    outcome.add(
                            Notice.of(
                                    Status.BAD,
                                    getTranslation("preview.refused"),
                                    Sentences.of(refused.violations(), getLocale())));
            case Decision.Stale _ ->
                    outcome.add(
                            Notice.of(
                                            Status.WATCH,
                                            getTranslation("quota.stale"),
                                            getTranslation("quota.stale.remedy"))
                                    .with(reload()));
        }
    }

    private Button reload() {
        return new Button(getTranslation("reload"), click -> UI.getCurrent().getPage().reload());
    }
}
