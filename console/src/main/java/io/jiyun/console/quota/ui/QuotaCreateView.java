package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauService;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Gives a bureau its first quota, or another one. */
@Route(value = "quotas/new", layout = MainLayout.class)
@RolesAllowed("CLOUD_ADMIN")
class QuotaCreateView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField();
    private final TextField code = new TextField();
    private final TextField bureauName = new TextField();
    private final QuotaDesk desk;

    QuotaCreateView(QuotaService quotas, BureauService bureaus, CloudCatalogue clouds) {
        addClassName("page");
        setId("content");
        desk =
                new QuotaDesk(
                        draft(),
                        clouds.pools().stream().map(PoolSummary::key).toList(),
                        new QuotaDesk.Services(
                                draft -> quotas.previewNew(name.getValue().strip(), draft),
                                (draft, submission) ->
                                        quotas.create(name.getValue().strip(), draft, submission),
                                () -> name.getValue().strip()));
        add(
                new PageHeader(getTranslation("create.title"), getTranslation("create.answers"))
                        .under(
                                new RouterLink(getTranslation("nav.quotas"), QuotasView.class),
                                new Span(getTranslation("create.title"))),
                identity(bureaus),
                desk);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("create.title") + " · 集云 Jiyun";
    }

    private Section identity(BureauService bureaus) {
        ComboBox<Bureau> known = new ComboBox<>(getTranslation("create.bureau"));
        known.setItemLabelGenerator(Bureau::name);
        known.setHelperText(getTranslation("create.bureau.help"));
        known.setItems(query ->
                bureaus
                        .page(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        known.addValueChangeListener(change -> {
            Bureau bureau = change.getValue();
            if (bureau != null) {
                code.setValue(bureau.code());
                bureauName.setValue(bureau.name());
                desk.startFrom(draft());
            }
        });
        field(code, "create.code", "create.code.help");
        field(bureauName, "create.name", "create.name.help");
        field(name, "create.id", "create.id.help");
        Section card = new Section(known, code, bureauName, name);
        card.addClassNames("card", "identity");
        return card;
    }

    private void field(TextField field, String label, String help) {
        field.setLabel(getTranslation(label));
        field.setHelperText(getTranslation(help));
        field.setRequired(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(change -> desk.startFrom(draft()));
    }

    private QuotaDraft draft() {
        return new QuotaDraft(
                code.getValue().strip(), bureauName.getValue().strip(), null, List.of(), List.of());
    }
}
