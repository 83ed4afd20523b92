package io.jiyun.console.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.Quotas;
import org.junit.jupiter.api.Test;

class AuditViewTest extends PageTests {

    @Test
    void auditorsFindADecisionByItsSubject() {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        quotas.submit("health", Quotas.health("12"), Quotas.because("依据批复"));
        as(Role.AUDITOR, null);
        navigate("audit", AuditView.class);
        Grid<?> grid = find(Grid.class).single();
        TextField search = find(TextField.class).single();
        test(search).setValue("health");
        assertThat(grid.getLazyDataView().getItems()).isNotEmpty();
        test(search).setValue("no such thing");
        assertThat(grid.getLazyDataView().getItems()).isEmpty();
    }
}
