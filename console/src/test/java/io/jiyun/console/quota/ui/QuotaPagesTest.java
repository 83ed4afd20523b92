package io.jiyun.console.quota.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.page.AskForMore;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.quota.SyncState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaPagesTest extends PageTests {

    @BeforeEach
    void twoBureausHaveQuota() {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        cluster().appliedByHand(Quotas.manifest("education", ConsoleTests.EDUCATION, "20"));
    }

    @Test
    void theListShowsEveryQuotaAndTheAddressNarrowsIt() {
        open("quotas");
        assertThat(shown())
                .extracting(QuotaRow::name)
                .containsExactlyInAnyOrder("health", "education");
        open("quotas?q=educ");
        assertThat(shown()).extracting(QuotaRow::name).containsExactly("education");
        assertThat(find(Button.class).withClassName("chip").all()).hasSize(1);
    }

    @Test
    void takingAChipAwayWidensTheListAgain() {
        open("quotas?q=educ");
        test(find(Button.class).withClassName("chip").single()).click();
        assertThat(shown()).hasSize(2);
    }

    @Test
    void nonsenseInTheAddressNarrowsNothing() {
        open("quotas?state=NONSENSE&pressure=");
        assertThat(shown()).hasSize(2);
        assertThat(
                        QuotaQuery.write(
                                QuotaQuery.read(
                                        com.vaadin.flow.router.QueryParameters.fromString(
                                                "q=%E5%8D%AB&pool=a&cloud=b&state=SYNCED&pressure=HIGH&condition=Expiring"))))
                .satisfies(query ->
                        assertThat(QuotaQuery.read(query).state()).isEqualTo(SyncState.SYNCED))
                .satisfies(query ->
                        assertThat(QuotaQuery.read(query).pressure()).isEqualTo(Pressure.HIGH))
                .satisfies(query -> assertThat(QuotaQuery.read(query).text()).isEqualTo("卫"));
    }

    @Test
    void aListWithNothingInItSaysWhatBelongsThere() {
        open("quotas?q=nobody");
        assertThat(find(QuotaGrid.class).single().getEmptyStateText()).contains("清除筛选");
    }

    @Test
    void theDetailShowsUseGrantsAndHowFarTheQuotaHasCome() {
        cluster()
                .reportsUse(
                        "health",
                        Map.of("requests.cpu", new Quantity("11")),
                        Map.of("requests.cpu", new Quantity("8")));
        open("quotas/health");
        assertThat(read()).contains("8 / 11 核", "73%", "health · " + ConsoleTests.HEALTH);
        assertThat(find(ProgressSteps.class).exists()).isTrue();
        assertThat(find(GrantTable.class).exists()).isTrue();
    }

    @Test
    void everyKindOfResourceIsShownWithItsAmount() {
        Map<String, Quantity> hard =
                Map.of(
                        "gold.storageclass.storage.k8s.io/requests.storage", new Quantity("60Gi"),
                        "requests.nvidia.com/gpu", new Quantity("6"),
                        "services.loadbalancers", new Quantity("2"),
                        "count/virtualmachines.kubevirt.io", new Quantity("8"));
        cluster()
                .reportsUse(
                        "health",
                        hard,
                        Map.of(
                                "requests.nvidia.com/gpu", new Quantity("3"),
                                "count/virtualmachines.kubevirt.io", new Quantity("1")));
        open("quotas/health");
        assertThat(read())
                .contains("gold.storageclass.storage.k8s.io/requests.storage", "60 Gi")
                .contains("GPU", "3 / 6", "负载均衡", "/ 2")
                .contains("虚拟机", "1 / 8");
    }

    @Test
    void aQuotaThatDoesNotExistIsSaidInASentence() {
        open("quotas/nothing");
        assertThat(read()).contains("没有名为“nothing”的配额", "请返回列表");
    }

    @Test
    void anotherBureausQuotaIsNotToldApartFromNone() {
        as(Role.BUREAU_CLERK, ConsoleTests.HEALTH);
        open("quotas/education");
        assertThat(read()).contains("没有名为“education”的配额").doesNotContain("20 核");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOUD_ADMIN", "BUREAU_HEAD", "FINANCE", "AUDITOR"})
    void onlyAdministratorsFindAButtonToChange(Role role) {
        as(role, role.ofBureau() ? ConsoleTests.HEALTH : null);
        open("quotas/health");
        assertThat(find(Button.class).withText("调整配额").all())
                .hasSize(role == Role.CLOUD_ADMIN ? 1 : 0);
        assertThat(find(QuotaView.class).exists()).isTrue();
    }

    @Test
    void moreThanThePoolHasCannotBeSubmittedAndTheReasonIsSaid() {
        open("quotas/health/edit");
        cpu("99999");
        assertThat(read()).contains("不能这样变更", "100000");
        assertThat(submit().isEnabled()).isFalse();
    }

    @Test
    void whatThePoolLacksCanBeAskedForWithTheShortfallFilledIn() {
        open("quotas/health/edit");
        cpu("99999");

        assertThat(find(AskForMore.class).single().getHref())
                .startsWith("requests/new?")
                .contains("quota=health", "pool=gov-x86", "resource=requests.cpu")
                .containsPattern("shortfall=\\d+");
    }

    @Test
    void nonsenseIsRefusedAtItsField() {
        open("quotas/health/edit");
        cpu("十核");
        AmountField field = find(AmountField.class).withLabel("处理器").single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("十核").contains("请填写");
        assertThat(submit().isEnabled()).isFalse();
    }

    @Test
    void aChangeNeedsAReason() {
        open("quotas/health/edit");
        cpu("16");
        test(submit()).click();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(quotas.history("health")).isEmpty();
    }

    @Test
    void aSubmittedChangeIsRecordedAndItsProgressShown() {
        open("quotas/health/edit");
        cpu("16");
        find(TextArea.class).single().setValue("依据批复");
        test(submit()).click();
        assertThat(quotas.history("health")).hasSize(1);
        assertThat(getCurrentView()).isInstanceOf(QuotaView.class);
        assertThat(read()).contains("依据批复", "10 → 16");
    }

    @Test
    void whoeverEditedAnOldVersionIsToldSoAndNothingIsOverwritten() {
        open("quotas/health/edit");
        cpu("16");
        find(TextArea.class).single().setValue("我的理由");
        quotas.submit("health", Quotas.health("12"), Quotas.because("别人的理由"));
        test(submit()).click();
        assertThat(read()).contains("他人已修改该配额");
        assertThat(quotas.history("health")).hasSize(1);
    }

    @Test
    void aNewQuotaStartsWithAHintInsteadOfErrors() {
        open("quotas/new");
        assertThat(read()).contains("请先填写使用单位").doesNotContain("不能这样变更");
        assertThat(submit().isEnabled()).isFalse();
    }

    @Test
    void namesAreShownAsTheyAreWrittenAndNeverRun() {
        var quota = Quotas.manifest("script", "11530000MB0X09", "1");
        cluster().appliedByHand(quota);
        open("quotas/script");
        assertThat(
                        find(com.vaadin.flow.component.html.Div.class)
                                .withAttribute("innerHTML")
                                .exists())
                .isFalse();
    }

    private List<QuotaRow> shown() {
        QuotaGrid grid = find(QuotaGrid.class).single();
        return grid.getLazyDataView().getItems().toList();
    }

    private Button submit() {
        return find(Button.class).withText("提交变更").single();
    }

    private void cpu(String value) {
        find(AmountField.class).withLabel("处理器").single().setValue(value);
    }
}
