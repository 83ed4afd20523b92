package io.jiyun.console.usage.ui;

import com.vaadin.flow.component.Component;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.page.QuotaSection;
import io.jiyun.console.usage.UsageService;
import java.util.Optional;

/** Use of a quota over time, on its page. */
@org.springframework.stereotype.Component
class UsageSection implements QuotaSection {
    private final UsageService usage;
    private final CurrentActor current;

    UsageSection(UsageService usage, CurrentActor current) {
        this.usage = usage;
        this.current = current;
    }

    @Override
    public Optional<Component> of(String quota) {
        return current.require().role() == Role.AUDITOR
                ? Optional.empty()
                : Optional.of(new UsageCard(period -> usage.ofQuota(quota, period)));
    }
}
