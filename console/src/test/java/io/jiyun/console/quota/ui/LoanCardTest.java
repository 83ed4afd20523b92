package io.jiyun.console.quota.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.Quotas;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bureaus lend each other, and what of it each role learns. */
class LoanCardTest extends PageTests {
    private static final String OTHER = "单位 " + ConsoleTests.EDUCATION;

    @BeforeEach
    void oneBureauHasBorrowedFromAnother() {
        cluster().appliedByHand(Quotas.manifest("health", ConsoleTests.HEALTH, "10"));
        cluster().appliedByHand(Quotas.manifest("education", ConsoleTests.EDUCATION, "20"));
        cluster()
                .borrows(
                        "health",
                        new Loan(
                                "provincial",
                                "gov-x86",
                                "education",
                                Map.of("requests.cpu", new Quantity("4")),
                                "2026-11-21T00:50:00Z",
                                "2026-11-21T01:00:00Z"));
    }

    @Test
    void theAdministratorSeesBothSidesWithNames() {
        open("quotas/health");
        assertThat(read())
                .contains("借用额度", "自" + OTHER + "借入 处理器 4 核（provincial/gov-x86）")
                .contains("2026-11-21 09:00 起不再放行新的占用");
        open("quotas/education");
        assertThat(read()).contains("借给单位 " + ConsoleTests.HEALTH + " 处理器 4 核", "随其用量下降归还");
    }

    @Test
    void peopleOfTheBureauDoNotLearnTheNameOfTheOther() {
        as(Role.BUREAU_HEAD, ConsoleTests.HEALTH);
        open("quotas/health");
        assertThat(read()).contains("自其他单位借入 处理器 4 核").doesNotContain(OTHER, "education");
    }

    @Test
    void inEnglishItReadsTheSame() {
        open("quotas");
        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("quotas/health");
        assertThat(read()).contains("Borrowed and lent quota", "The lender needs it back");
    }
}
