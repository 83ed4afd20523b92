package io.jiyun.console.request.ui;

import com.vaadin.flow.component.Component;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.page.QuotaSection;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestSort;
import java.util.List;
import java.util.Optional;

/** On the page of a quota: what is asked for it at the moment, and the way to ask for more. */
@org.springframework.stereotype.Component
class RequestSection implements QuotaSection {
    private static final int SHOWN = 20;

    private final RequestService requests;
    private final QuotaService quotas;
    private final CurrentActor current;

    RequestSection(RequestService requests, QuotaService quotas, CurrentActor current) {
        this.requests = requests;
        this.quotas = quotas;
        this.current = current;
    }

    @Override
    public Optional<Component> of(String quota) {
        Role role = current.require().role();
        RequestFilter filter = new RequestFilter(quota, null, null, null);
        List<RequestRow> open =
                requests.page(filter, RequestSort.NEWEST, 0, SHOWN).stream()
                        .filter(row -> row.quota().equals(quota) && !row.state().ended())
                        .toList();
        boolean files = role.ofBureau() || role == Role.CLOUD_ADMIN;
        return open.isEmpty() && !files
                ? Optional.empty()
                : Optional.of(new RequestCard(quotas.detail(quota), open, files));
    }
}
