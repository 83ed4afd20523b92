package io.jiyun.console.request.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestSort;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.TaskService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RequestPagesTest extends PageTests {
    @Autowired private RequestService requests;
    @Autowired private TaskService tasks;

    @BeforeEach
    void aBureauWithTenCores() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        as(Role.BUREAU_CLERK, ConsoleTests.HEALTH);
    }

    @Test
    void anEmptyListSaysWhatToDoAndTheButtonLeadsToTheForm() {
        open("requests");
        assertThat(find(RequestGrid.class).single().getEmptyStateText()).contains("新建申请");
        test(find(Button.class).withText("新建申请").single()).click();
        assertThat(getCurrentView()).isInstanceOf(RequestFormView.class);
        assertThat(read()).contains("检查可行性");
    }

    @Test
    void theAddressFillsInWhatWasMissingAndSubmittingLeadsToTheRequest() {
        open(
                "requests/new?quota=health&cloud=provincial&pool=gov-x86&resource=requests.cpu&shortfall=20");
        assertThat(find(AskField.class).withLabel("处理器").single().quantity()).isEqualTo("20");
        assertThat(find(AskField.class).withLabel("处理器").single().getHelperText())
                .contains("现有 10 核");
        find(TextArea.class).single().setValue("门户访问量增长");
        test(find(Button.class).withText("检查可行性").single()).click();
        assertThat(read()).contains("可以满足", "10 核 → 30 核");

        test(find(Button.class).withText("提交").single()).click();

        assertThat(getCurrentView()).isInstanceOf(RequestView.class);
        assertThat(read()).contains("负责人签批", "门户访问量增长", "审批中");
        assertThat(only().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void aBureauMayAskForQuotaInAPoolWhereItHasNone() {
        cluster().hasPools("100000", "gov-x86", "gov-arm");
        open(
                "requests/new?quota=health&cloud=provincial&pool=gov-arm&resource=requests.cpu&shortfall=20");
        find(TextArea.class).single().setValue("信创改造");

        test(find(Button.class).withText("提交").single()).click();

        assertThat(read()).contains("gov-arm");
        assertThat(only().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void aBureauWithoutQuotaNamesItsFirst() {
        cluster().appliedByHand(Quotas.manifest("science", "11530000MB0X07", "1"));
        cluster().loses("science");
        as(Role.BUREAU_CLERK, "11530000MB0X07");
        open("requests/new");
        ComboBox<?> quota = find(ComboBox.class).single();
        assertThat(quota.getHelperText()).contains("还没有配额");
        open("requests/new?quota=science&cloud=provincial&pool=gov-x86&shortfall=20");
        find(TextArea.class).single().setValue("新建云平台");

        test(find(Button.class).withText("提交").single()).click();

        assertThat(only().state()).isEqualTo(RequestState.PENDING);
        assertThat(only().bureauCode()).isEqualTo("11530000MB0X07");
    }

    @Test
    void whatDoesNotFitIsSaidAndKeptAsADraft() {
        open("requests/new?quota=health&cloud=provincial&pool=gov-x86&shortfall=2000");
        find(TextArea.class).single().setValue("过大");
        test(find(Button.class).withText("提交").single()).click();
        assertThat(read()).contains("尚未提交", "不足");
        assertThat(only().state()).isEqualTo(RequestState.DRAFT);
    }

    @Test
    void theHeadFindsTheTaskAndApprovesItInTheDialog() {
        String number = submitted("20");
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("tasks");
        assertThat(shown()).extracting(RequestRow::number).containsExactly(number);
        open("requests/" + number);
        assertThat(find(Button.class).withText("撤回").exists()).isFalse();
        test(find(Button.class).withText("同意").single()).click();
        test(find(Button.class).withText("同意").all().getLast()).click();
        assertThat(requests.detail(number).row().stage()).isEqualTo(1);
    }

    @Test
    void aRejectionWithoutAdviceIsRefusedInItsPlace() {
        String number = submitted("20");
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("requests/" + number);
        test(find(Button.class).withText("驳回").single()).click();
        test(find(Button.class).withText("驳回").all().getLast()).click();
        assertThat(read()).contains("未能办理", "请给出改进建议");
        assertThat(requests.detail(number).row().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void manyAreApprovedWithAPreviewOfEach() {
        submitted("20");
        submitted("30");
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("tasks");
        Grid<RequestRow> grid = find(RequestGrid.class).single();
        grid.asMultiSelect().select(tasks.page(RequestFilter.ALL, RequestSort.NEWEST, 0, 10));
        test(find(Button.class).withText("同意所选").single()).click();
        assertThat(read()).contains("可以满足", "处理器 20 核", "处理器 30 核");
        test(find(Button.class).withText("同意 2 份").single()).click();
        assertThat(tasks.count(RequestFilter.ALL)).isZero();
    }

    @Test
    void allThatIsListedIsSelectedAtOnceAndOnlyThat() {
        submitted("20");
        String wanted = submitted("30");
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("tasks?q=" + wanted);
        test(find(Button.class).withText("全选").single()).click();
        Grid<RequestRow> grid = find(RequestGrid.class).single();
        assertThat(grid.getSelectedItems()).extracting(RequestRow::number).containsExactly(wanted);
    }

    @Test
    void whyARequestWasRejectedStandsBeforeAllElse() {
        String number = submitted("20");
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        assertThat(tasks.reject(number, "项目尚未立项", "取得批复后再申请", Handling.PLAIN))
                .isInstanceOf(RequestOutcome.Done.class);
        as(Role.BUREAU_CLERK, ConsoleTests.HEALTH);
        open("requests/" + number);
        assertThat(read()).contains("已驳回：理由：项目尚未立项；建议：取得批复后再申请", "可点“复制”");
    }

    @Test
    void theAddressNarrowsTheListAndNonsenseNarrowsNothing() {
        submitted("20");
        open("requests?state=DONE");
        assertThat(shown()).isEmpty();
        open("requests?state=NONSENSE&type=INCREASE");
        assertThat(shown()).hasSize(1);
        assertThat(find(Button.class).withClassName("chip").all()).hasSize(1);
    }

    @Test
    void anotherBureausRequestIsNotToldApartFromNone() {
        String number = submitted("20");
        as(Role.BUREAU_CLERK, ConsoleTests.EDUCATION);
        open("requests/" + number);
        assertThat(read()).contains("没有编号为").doesNotContain("门户访问量增长");
    }

    @Test
    void whereMoreIsUsedThanThereIsThePageOfTheQuotaOffersToAskForTheDifference() {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        cluster()
                .reportsUse(
                        "health",
                        Map.of("requests.cpu", new Quantity("10")),
                        Map.of("requests.cpu", new Quantity("13")));
        open("quotas/health");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .anySatisfy(address ->
                        assertThat(address)
                                .startsWith("requests/new?")
                                .contains("quota=health", "cloud=provincial", "pool=gov-x86")
                                .contains("resource=requests.cpu", "shortfall=3"));
    }

    private List<RequestRow> shown() {
        return find(RequestGrid.class).single().getGenericDataView().getItems().toList();
    }

    private RequestRow only() {
        return requests.page(RequestFilter.ALL, RequestSort.NEWEST, 0, 10).getFirst();
    }

    private String submitted(String cores) {
        as(Role.BUREAU_CLERK, ConsoleTests.HEALTH);
        RequestDraft draft =
                new RequestDraft(
                        "health",
                        new RequestContent.Increase(
                                List.of(
                                        new PoolAmount(
                                                "provincial",
                                                "gov-x86",
                                                Map.of("requests.cpu", cores)))),
                        "门户访问量增长");
        RequestOutcome filed = requests.create(draft, Handling.PLAIN);
        String number = ((RequestOutcome.Done) filed).number();
        assertThat(requests.submit(number, Handling.PLAIN)).isInstanceOf(RequestOutcome.Done.class);
        return number;
    }
}
