package io.jiyun.console.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.sidenav.SideNavItem;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.page.ChartCard;
import io.jiyun.console.quota.Quotas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomePagesTest extends PageTests {

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleLandsOnAPageThatAnswersItsFirstQuestion(Role role) {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        as(role, role.ofBureau() ? ConsoleTests.HEALTH : null);
        navigate("", HomeView.class);
        String expected =
                switch (role) {
                    case CLOUD_ADMIN -> "最紧张的配额";
                    case BUREAU_CLERK, BUREAU_HEAD -> "单位 " + ConsoleTests.HEALTH;
                    case FINANCE -> "各单位分配与使用";
                    case SYSTEM_ADMIN, SECURITY_ADMIN -> "已锁定";
                    case AUDITOR -> "最近的决定";
                };
        assertThat(read()).contains(expected);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void navigationOffersOnlyWhatTheRoleComesFor(Role role) {
        as(role, role.ofBureau() ? ConsoleTests.HEALTH : null);
        navigate("", HomeView.class);
        List<String> offered =
                find(SideNavItem.class).all().stream().map(SideNavItem::getPath).toList();
        List<String> expected =
                switch (role) {
                    case CLOUD_ADMIN -> List.of("", "tasks", "overview", "quotas", "requests");
                    case FINANCE -> List.of("", "overview", "quotas", "requests");
                    case BUREAU_CLERK, BUREAU_HEAD -> List.of("", "tasks", "quotas", "requests");
                    case SYSTEM_ADMIN -> List.of("", "accounts", "bureaus", "channels");
                    case SECURITY_ADMIN -> List.of("", "accounts", "workflows", "calendar");
                    case AUDITOR -> List.of("", "audit", "quotas", "requests");
                };
        assertThat(offered).isEqualTo(expected);
    }

    @Test
    void whatIsWrongWithACloudIsSaidOnItsCard() {
        cluster()
                .tellsOfTheCloud(
                        new SpecViolation(
                                "QuotaControllerSilent",
                                "status",
                                "云平台的配额控制器没有响应。",
                                "The quota controller is silent."));
        open("overview");
        assertThat(read()).contains("云平台的配额控制器没有响应。");
    }

    @Test
    void aBureauWithoutQuotaIsToldWhatToDo() {
        as(Role.BUREAU_CLERK, "11530000MB0X99");
        navigate("", HomeView.class);
        assertThat(read()).contains("本单位还没有配额", "请联系云管理员");
    }

    @Test
    void theOverviewShowsPoolsAndPressureAsPicturesAndTables() {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        navigate("overview", OverviewView.class);
        assertThat(find(ChartCard.class).all()).hasSize(3);
        assertThat(read()).contains("provincial/gov-x86", "以表格查看");
    }
}
