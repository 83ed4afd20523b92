package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.WhatIf;
import io.jiyun.console.shell.MainLayout;
import io.jiyun.quota.tree.PoolKey;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What if this bureau were given more? Nothing is stored. */
@Route(value = "quotas/:name/what-if", layout = MainLayout.class)
@RolesAllowed("CLOUD_ADMIN")
class WhatIfView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final transient QuotaService quotas;
    private final Select<PoolKey> pool = new Select<>();
    private final TextField cpu = new TextField();
    private final TextField memory = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final PreviewPanel panel = new PreviewPanel();
    private final HoldersCard holders = new HoldersCard();
    private String name = "";

    WhatIfView(QuotaService quotas, CloudCatalogue clouds) {
        this.quotas = quotas;
        addClassName("page");
        setId("content");
        pool.setLabel(getTranslation("filter.pool"));
        pool.setItems(clouds.pools().stream().map(PoolSummary::key).toList());
        cpu.setLabel(getTranslation("whatif.cpu"));
        cpu.setHelperText(getTranslation("whatif.cpu.help"));
        memory.setLabel(getTranslation("whatif.memory"));
        memory.setHelperText(getTranslation("whatif.memory.help"));
        from.setLabel(getTranslation("whatif.from"));
        from.setHelperText(getTranslation("whatif.from.help"));
        until.setLabel(getTranslation("whatif.until"));
        until.setHelperText(getTranslation("whatif.until.help"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("name").orElse("");
        removeAll();
        try {
            quotas.edit(name).pools().stream()
                    .findFirst()
                    .ifPresent(it -> pool.setValue(it.pool()));
        } catch (QuotaNotFound absent) {
            add(
                    Notice.of(
                            Status.UNKNOWN,
                            getTranslation("quota.absent", name),
                            getTranslation("quota.absent.remedy")));
            return;
        }
        Button ask = new Button(getTranslation("whatif.ask"), click -> answer());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ask.addClickShortcut(Key.ENTER);
        Section form = new Section(pool, cpu, memory, from, until, ask);
        form.addClassNames("card", "whatif");
        panel.showHint(getTranslation("whatif.hint"));
        add(
                new PageHeader(
                                getTranslation("whatif.title", name),
                                getTranslation("whatif.answers"))
                        .under(
                                new RouterLink(getTranslation("nav.quotas"), QuotasView.class),
                                new Span(name)),
                form,
                panel,
                holders);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("whatif.title", name) + " · 集云 Jiyun";
    }

    private void answer() {
        PoolKey chosen = pool.getValue();
        if (chosen == null) {
            return;
        }
        Map<String, String> resources = new TreeMap<>();
        put(resources, "requests.cpu", cpu.getValue());
        put(resources, "requests.memory", memory.getValue());
        WhatIf answer =
                quotas.whatIf(
                        name,
                        new WhatIf.Question(
                                chosen,
                                resources,
                                start(from.getValue()),
                                start(until.getValue())));
        panel.show(answer.preview());
        holders.show(chosen, answer.holders());
    }

    private static void put(Map<String, String> resources, String resource, String typed) {
        if (!typed.isBlank()) {
            resources.put(resource, typed.strip());
        }
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(PROVINCE).toOffsetDateTime();
    }
}
