package io.jiyun.console.quota.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinSession;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.console.quota.Quotas;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a bureau borrows and lends, on the page where its quota is changed. */
class SharingPagesTest extends PageTests {
    private static final String LENDING = "最多借出 · 处理器";

    @BeforeEach
    void oneBureauSharesAndOneDoesNot() {
        cluster().appliedByHand(Quotas.sharing("health", ConsoleTests.HEALTH, "10", "4", "2"));
        cluster().appliedByHand(Quotas.manifest("education", ConsoleTests.EDUCATION, "20"));
    }

    @Test
    void whatIsAgreedStandsInTheFormAndOnThePage() {
        open("quotas/health/edit");
        assertThat(field("最多借入 · 处理器").getValue()).isEqualTo("4");
        assertThat(field(LENDING).getValue()).isEqualTo("2");
        assertThat(sharing().isOpened()).isTrue();
        assertThat(sharing().getSummaryText())
                .isEqualTo("借用约定：最多借入 处理器 4 核、最多借出 处理器 2 核、收回宽限 10 分钟");
        open("quotas/health");
        assertThat(read()).contains("目前没有借入或借出", "约定（provincial/gov-x86）：最多借入 处理器 4 核");
        open("quotas/education/edit");
        assertThat(sharing().isOpened()).isFalse();
        assertThat(sharing().getSummaryText()).isEqualTo("借用约定：不借入，不借出");
    }

    @Test
    void aChangeIsPreviewedSubmittedAndRecorded() {
        open("quotas/health/edit");
        field(LENDING).setValue("3.5");
        find(GraceField.class).single().setValue(7_200L);
        assertThat(read()).contains("最多借出 处理器 2 核 → 3.5 核", "收回宽限 10 分钟 → 2 小时");
        find(TextArea.class).single().setValue("共享协议");
        test(submit()).click();

        assertThat(quotas.detail("health").draft().sharing())
                .containsExactly(
                        new SharingDraft(
                                "provincial",
                                "gov-x86",
                                Map.of("requests.cpu", "4"),
                                Map.of("requests.cpu", "3500m"),
                                7_200L));
        assertThat(read()).contains("共享协议", "最多借出 处理器 2 核 → 3.5 核");
    }

    @Test
    void emptiedFieldsEndTheAgreement() {
        open("quotas/health/edit");
        field("最多借入 · 处理器").setValue("");
        field(LENDING).setValue("");
        find(TextArea.class).single().setValue("协议终止");
        test(submit()).click();

        assertThat(quotas.detail("health").draft().sharing()).isEmpty();
    }

    @Test
    void aMistakeIsSaidAtItsField() {
        open("quotas/education/edit");
        field(LENDING).setValue("三核");
        assertThat(field(LENDING).isInvalid()).isTrue();
        assertThat(field(LENDING).getErrorMessage()).contains("三核");
        assertThat(sharing().isOpened()).isTrue();
        field(LENDING).setValue("22");
        assertThat(field(LENDING).getErrorMessage()).contains("高于配额 21");
        find(GraceField.class).single().setValue(2_592_001L);
        assertThat(find(GraceField.class).single().getErrorMessage()).contains("30 天");
        assertThat(submit().isEnabled()).isFalse();
    }

    @Test
    void anotherPoolOfTheFormDoesNotTakeTheMistake() {
        cluster().hasPools("100", "gov-arm", "gov-x86");
        quotas.submit(
                "education",
                quotas.detail("education")
                        .draft()
                        .withPools(
                                List.of(
                                        new PoolDraft("provincial", "gov-arm", Map.of("pods", "5")),
                                        new PoolDraft(
                                                "provincial",
                                                "gov-x86",
                                                Map.of("requests.cpu", "20")))),
                Quotas.because("扩容"));
        open("quotas/education/edit");
        List<AmountField> fields = find(AmountField.class).withLabel(LENDING).all();
        fields.get(1).setValue("-1");
        assertThat(fields).extracting(AmountField::isInvalid).containsExactly(false, true);
    }

    @Test
    void whatIsBorrowedCountsAsUsableAndIsNoOveruse() {
        Map<String, Quantity> four = Map.of("requests.cpu", new Quantity("4"));
        cluster()
                .reportsUse(
                        "health",
                        Map.of("requests.cpu", new Quantity("11")),
                        Map.of("requests.cpu", new Quantity("12")),
                        four,
                        Map.of());
        cluster()
                .reportsUse(
                        "education",
                        Map.of("requests.cpu", new Quantity("21")),
                        Map.of("requests.cpu", new Quantity("7")),
                        Map.of(),
                        four);
        open("quotas/health");
        assertThat(read()).contains("12 / 15 核", "80%", "其中借入 4 核");
        assertThat(quotas.detail("health").row().pressure()).isEqualTo(Pressure.WATCH);
        open("quotas/education");
        assertThat(read()).contains("7 / 21 核", "其中借出 4 核");
        open("quotas/health/edit");
        assertThat(read()).doesNotContain("低于当前使用量", "已借入");
        field("最多借入 · 处理器").setValue("3");
        assertThat(read()).contains("requests.cpu 已借入 4，超过新的借入上限 3");
        assertThat(submit().isEnabled()).isTrue();
    }

    @Test
    void whoEndsALoanInUseIsToldWhatHappensToIt() {
        cluster()
                .reportsUse(
                        "health",
                        Map.of("requests.cpu", new Quantity("11")),
                        Map.of("requests.cpu", new Quantity("7")),
                        Map.of(),
                        Map.of("requests.cpu", new Quantity("2")));
        open("quotas/health/edit");
        field(LENDING).setValue("");
        assertThat(read()).contains("requests.cpu 已借出 2，超过新的出借上限 0", "要求收回");
        assertThat(submit().isEnabled()).isTrue();
    }

    @Test
    void inEnglishItReadsTheSame() {
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("quotas");
        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("quotas/health");
        assertThat(read())
                .contains("Nothing is borrowed or lent", "Lend at most CPU 2 cores")
                .contains("Recall grace 10 minutes");
    }

    private AmountField field(String label) {
        return find(AmountField.class).withLabel(label).single();
    }

    private SharingFields sharing() {
        return find(SharingFields.class).single();
    }

    private Button submit() {
        return find(Button.class).withText("提交变更").single();
    }
}
