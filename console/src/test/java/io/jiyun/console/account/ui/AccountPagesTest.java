package io.jiyun.console.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.login.LoginForm;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class AccountPagesTest extends PageTests {

    @Test
    void systemAdministratorsSeeAllDemoAccounts() {
        as(Role.SYSTEM_ADMIN, null);
        navigate("accounts", AccountsView.class);
        Grid<?> grid = find(Grid.class).single();
        assertThat(grid.getLazyDataView().getItems()).hasSize(8);
    }

    @Test
    void aFailedSignInIsExplained() {
        SecurityContextHolder.clearContext();
        open("login?error");
        assertThat(find(LoginForm.class).single().isError()).isTrue();
    }
}
