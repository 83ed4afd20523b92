package io.jiyun.console.quota.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Holder;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.Quotas;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why something is short, and what of it each role learns. */
class ShortageCardTest extends PageTests {
    private static final String OTHER = "单位 " + ConsoleTests.EDUCATION;

    @BeforeEach
    void thePoolIsGivenOutToOthers() {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        cluster().appliedByHand(Quotas.manifest("education", ConsoleTests.EDUCATION, "20"));
        cluster()
                .explains(
                        "health",
                        new Explanation(
                                "ExceedsPool",
                                Level.POOL,
                                "provincial",
                                "gov-x86",
                                null,
                                "requests.cpu",
                                List.of(
                                        held(Holder.Kind.BUREAU_QUOTA, "education", "20"),
                                        held(Holder.Kind.BUREAU_QUOTA, "health", "10"),
                                        held(Holder.Kind.NAMESPACE, "health-prod", "8")),
                                List.of(Approver.BUREAU_HEAD, Approver.CLOUD_ADMINISTRATOR),
                                "资源池不足。",
                                "The pool is short."));
    }

    @Test
    void theAdministratorSeesWhoHoldsItAndTheOrderOfApproval() {
        open("quotas/health");
        assertThat(read())
                .contains("为什么不够用", "资源池", "资源池不足。", OTHER + " 20 核", "health-prod 8 核")
                .contains("可批准增加：本单位负责人 → 云管理员");
    }

    @Test
    void peopleOfTheBureauSeeTheirOwnAndOtherBureausWithoutNames() {
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("quotas/health");
        assertThat(read())
                .contains("其他单位 20 核", "health-prod 8 核")
                .doesNotContain("education", OTHER);
    }

    @Test
    void whatLendingWouldHelpIsALevelOfItsOwn() {
        cluster()
                .explains(
                        "health",
                        new Explanation(
                                "MayBorrow",
                                Level.LOAN,
                                "provincial",
                                "gov-x86",
                                null,
                                "requests.cpu",
                                List.of(held(Holder.Kind.BUREAU_QUOTA, "education", "5")),
                                List.of(),
                                "还可借入 5。",
                                "5 more may be borrowed."));
        open("quotas/health");
        assertThat(read()).contains("借用额度", "还可借入 5。", "相关单位：" + OTHER + " 5 核");
    }

    @Test
    void inEnglishItReadsTheSame() {
        open("quotas");
        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("quotas/health");
        assertThat(read())
                .contains("What is short, and why", "The pool is short.", "Pool")
                .contains("Can give more: head of the bureau → cloud administrator");
    }

    private static Holder held(Holder.Kind kind, String name, String amount) {
        return new Holder(kind, name, new Quantity(amount));
    }
}
