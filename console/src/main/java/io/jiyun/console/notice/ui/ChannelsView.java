package io.jiyun.console.notice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.notice.ChannelState;
import io.jiyun.console.notice.NoticeChannels;
import io.jiyun.console.notice.Webhook;
import io.jiyun.console.notice.WebhookDraft;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Where notices go besides the pages, and whether they arrive. */
@Route(value = "channels", layout = MainLayout.class)
@RolesAllowed("SYSTEM_ADMIN")
class ChannelsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient NoticeChannels channels;
    private final Grid<Webhook> grid = new Grid<>();
    private final Div state = new Div();

    ChannelsView(NoticeChannels channels) {
        this.channels = channels;
        addClassNames("page", "fills");
        setId("content");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.addColumn(Webhook::name).setHeader(getTranslation("channel.name"));
        grid.addColumn(webhook -> getTranslation("channel.style." + webhook.style()))
                .setHeader(getTranslation("channel.style"));
        grid.addColumn(Webhook::host).setHeader(getTranslation("channel.host"));
        grid.addColumn(webhook ->
                        getTranslation(webhook.signed() ? "channel.signed" : "channel.unsigned"))
                .setHeader(getTranslation("channel.signature"));
        grid.addColumn(new ComponentRenderer<>(this::removal)).setWidth("110px").setFlexGrow(0);
        grid.setEmptyStateText(getTranslation("channel.empty"));
        Button add =
                new Button(getTranslation("channel.add"), VaadinIcon.PLUS.create(), click -> ask());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button test =
                new Button(
                        getTranslation("channel.test"),
                        VaadinIcon.PAPERPLANE.create(),
                        click -> {
                            channels.tryOut();
                            show();
                        });
        add(
                new PageHeader(getTranslation("channel.title"), getTranslation("channel.answers"))
                        .with(test, add),
                state,
                grid);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("channel.title") + " · 集云 Jiyun";
    }

    private void show() {
        ChannelState now = channels.state();
        grid.setItems(channels.webhooks());
        state.removeAll();
        if (now.waiting() + now.failed() > 0) {
            Status status = now.failed() > 0 ? Status.WATCH : Status.BUSY;
            String title = getTranslation("channel.state", now.waiting(), now.failed());
            state.add(
                    now.lastError().isEmpty()
                            ? Notice.of(status, title)
                            : Notice.of(status, title, now.lastError()));
        }
    }

    private Button removal(Webhook webhook) {
        Button remove =
                new Button(
                        getTranslation("channel.remove"),
                        click -> {
                            channels.remove(webhook.id());
                            show();
                        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(getTranslation("channel.remove") + " " + webhook.name());
        return remove;
    }

    private void ask() {
        Dialog dialog = new Dialog(getTranslation("channel.add"));
        TextField name = new TextField(getTranslation("channel.name"));
        Select<Webhook.Style> style = new Select<>();
        style.setLabel(getTranslation("channel.style"));
        style.setItems(Webhook.Style.values());
        style.setItemLabelGenerator(it -> getTranslation("channel.style." + it));
        style.setValue(Webhook.Style.WECOM);
        TextField url = new TextField(getTranslation("channel.url"));
        PasswordField secret = new PasswordField(getTranslation("channel.secret"));
        secret.setHelperText(getTranslation("channel.secret.help"));
        Div wrong = new Div();
        dialog.add(new FormLayout(name, style, url, secret), wrong);
        Button add =
                new Button(
                        getTranslation("channel.add"),
                        click -> {
                            String typed = secret.getValue();
                            List<SpecViolation> violations =
                                    channels.add(
                                            new WebhookDraft(
                                                    name.getValue(),
                                                    style.getValue(),
                                                    url.getValue(),
                                                    typed.isEmpty() ? null : typed));
                            wrong.removeAll();
                            if (violations.isEmpty()) {
                                dialog.close();
                                show();
                            } else {
                                wrong.add(refusal(violations));
                            }
                        });
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("cancel"), click -> dialog.close()), add);
        dialog.open();
    }

    private Notice refusal(List<SpecViolation> violations) {
        return Notice.of(
                Status.BAD,
                getTranslation("account.refused"),
                Sentences.of(violations, getLocale()));
    }
}
