package io.jiyun.console.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.ControlEnter;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.QuotaSort;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.request.RequestNotFound;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.shell.MainLayout;
import io.jiyun.console.workflow.RequestType;
import io.jiyun.quota.tree.PoolKey;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files a request or corrects one. The address may fill it in: {@code quota}, {@code type}, {@code
 * cloud}, {@code pool}, {@code resource} and {@code shortfall}.
 */
@Route(value = "requests/new", layout = MainLayout.class)
@RouteAlias(value = "requests/:number/edit", layout = MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD"})
class RequestFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient RequestService requests;
    private final transient QuotaService quotas;
    private final transient CloudCatalogue clouds;
    private final QuotaChoice quota;
    private final Select<RequestType> type = new Select<>();
    private final AskForm ask = new AskForm();
    private final TextArea reason = new TextArea();
    private final FeasibilityPanel panel = new FeasibilityPanel();
    private final Div outcome = new Div();
    private String number = "";
    private long version;

    RequestFormView(RequestService requests, QuotaService quotas, CloudCatalogue clouds) {
        this.requests = requests;
        this.quotas = quotas;
        this.clouds = clouds;
        addClassName("page");
        setId("content");
        quota = new QuotaChoice(quotas);
        quota.addValueChangeListener(change -> offer(change.getValue()));
        type.setLabel(getTranslation("requests.type"));
        type.setItems(RequestType.values());
        type.setItemLabelGenerator(value -> getTranslation("request.type." + value));
        type.setValue(RequestType.INCREASE);
        type.addValueChangeListener(change -> ask.show(change.getValue()));
        reason.setLabel(getTranslation("requests.reason"));
        reason.setHelperText(getTranslation("ask.reason.help"));
        reason.setMaxLength(2000);
        reason.setWidthFull();
        Div what = new Div(quota, type);
        what.addClassName("ask");
        Section fields = new Section(what, ask, reason);
        fields.addClassName("card");
        panel.showHint(getTranslation("feasibility.hint"));
        Section decide = new Section(outcome, buttons());
        decide.addClassName("card");
        Div side = new Div(panel, decide);
        side.addClassName("desk-side");
        Div desk = new Div(fields, side);
        desk.addClassName("desk");
        add(
                new PageHeader(getTranslation("request.new"), getTranslation("request.new.answers"))
                        .under(
                                new RouterLink(
                                        getTranslation("requests.title"), RequestsView.class),
                                new Span(getTranslation("request.new"))),
                desk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        if (number.isEmpty()) {
            quota.nameFirst();
            fillIn(event.getLocation().getQueryParameters());
            return;
        }
        try {
            RequestDetail detail = requests.detail(number);
            version = detail.row().version();
            quota.setReadOnly(true);
            quota.setValue(detail.row().quota());
            type.setValue(detail.row().type());
            type.setReadOnly(true);
            ask.show(detail.content());
            reason.setValue(detail.row().reason());
        } catch (RequestNotFound e) {
            removeAll();
            add(Notice.of(Status.UNKNOWN, getTranslation("request.absent", number)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.new") + " · 集云 Jiyun";
    }

    private void fillIn(QueryParameters query) {
        String named =
                query.getSingleParameter("quota")
                        .orElseGet(() ->
                                quotas.page(QuotaFilter.ALL, QuotaSort.BY_NAME, 0, 2).stream()
                                        .map(QuotaRow::name)
                                        .reduce((one, other) -> "")
                                        .orElse(""));
        if (!named.isEmpty()) {
            quota.setValue(named);
            ask.begin();
        }
        query.getSingleParameter("type")
                .flatMap(text ->
                        Stream.of(RequestType.values())
                                .filter(one -> one.name().equals(text))
                                .findFirst())
                .ifPresent(type::setValue);
        query.getSingleParameter("pool")
                .ifPresent(pool ->
                        ask.show(
                                new RequestContent.Increase(
                                        List.of(
                                                new PoolAmount(
                                                        query.getSingleParameter("cloud")
                                                                .orElse(""),
                                                        pool,
                                                        Map.of(
                                                                query.getSingleParameter("resource")
                                                                        .orElse("requests.cpu"),
                                                                query.getSingleParameter(
                                                                                "shortfall")
                                                                        .orElse("")))))));
    }

    private void offer(@Nullable String name) {
        if (name == null) {
            return;
        }
        List<PoolKey> pools = clouds.pools().stream().map(PoolSummary::key).toList();
        try {
            ask.offer(quotas.detail(name), pools);
        } catch (QuotaNotFound e) {
            if (quota.mayBeNew()) {
                ask.offerFirst(pools);
            } else {
                quota.clear();
            }
        }
    }

    private Div buttons() {
        Button submit = new Button(getTranslation("request.save-and-submit"), click -> store(true));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ControlEnter.presses(submit);
        Div buttons =
                new Div(
                        new Button(getTranslation("feasibility.check"), click -> check()),
                        new Button(getTranslation("request.save"), click -> store(false)),
                        submit);
        buttons.addClassName("page-actions");
        return buttons;
    }

    private RequestDraft draft() {
        String chosen = quota.getValue();
        return new RequestDraft(
                chosen == null ? "" : chosen, ask.content(), reason.getValue().strip());
    }

    private void check() {
        outcome.removeAll();
        if (quota.isMade()) {
            panel.show(requests.feasibilityOf(draft()));
        }
    }

    private void store(boolean submit) {
        outcome.removeAll();
        if (!quota.isMade()) {
            return;
        }
        RequestOutcome stored =
                number.isEmpty()
                        ? requests.create(draft(), Handling.PLAIN)
                        : requests.edit(number, draft(), new Handling(version, null));
        if (stored instanceof RequestOutcome.Done(String made, long saved, var _)) {
            number = made;
            version = saved;
            RequestOutcome result =
                    submit ? requests.submit(made, new Handling(saved, null)) : stored;
            if (result instanceof RequestOutcome.Done) {
                UI.getCurrent().navigate("requests/" + made);
            } else {
                refuse(result);
            }
        } else {
            refuse(stored);
        }
    }

    private void refuse(RequestOutcome result) {
        if (result instanceof RequestOutcome.Refused(var violations)) {
            outcome.add(
                    Notice.of(
                            Status.BAD,
                            getTranslation("request.not-submitted"),
                            Sentences.of(violations, getLocale())));
        } else {
            outcome.add(Notice.of(Status.WATCH, getTranslation("step.stale")));
        }
    }
}
