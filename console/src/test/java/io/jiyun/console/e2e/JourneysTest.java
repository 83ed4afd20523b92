package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JourneysTest extends DemoTests {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @Test
    void anAdministratorChangesAQuotaByAClickAndItsResourceQuotasFollow() {
        try (Person administrator = someone().signsIn("cloud-admin")) {
            administrator.sees("最紧张的配额").photographs(SCREENSHOTS.resolve("home.png"));
            administrator.opens("/quotas/health").sees("命名空间分片").presses("调整配额");
            administrator.writesAmount("处理器", "99999").sees("不能这样变更");
            administrator.writesAmount("处理器", "14").sees("可以提交");
            administrator.writesReason("依据云管〔2026〕12号批复").presses("提交变更");
            administrator.sees("依据云管〔2026〕12号批复").sees("/ 14 核");
            administrator.photographs(SCREENSHOTS.resolve("quota.png"));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(demo().slices()).isEqualTo(14_000));
    }

    @Test
    void anAdministratorFindsABureauAndTheAddressKeepsTheFilter() {
        try (Person administrator = someone().signsIn("cloud-admin")) {
            administrator.opens("/quotas").sees("云江省教育厅");
            administrator.page().locator(".search-field input").fill("教育");
            administrator.page().waitForURL("**/quotas?q=**");
            assertThat(administrator.page().url()).contains("q=");
            administrator.sees("云江省教育厅");
        }
    }

    @Test
    void aClerkSeesTheOwnBureauAndNothingOfAnother() {
        try (Person clerk = someone().signsIn("health-clerk")) {
            clerk.sees("云江省卫生健康委员会").opens("/quotas/health").sees("命名空间分片");
            assertThat(clerk.finds("vaadin-button:has-text('调整配额')")).isFalse();
            clerk.opens("/quotas/education").sees("没有名为“education”的配额");
            clerk.opens("/overview");
            assertThat(clerk.finds("jiyun-chart")).isFalse();
        }
    }

    @Test
    void financeReadsUtilisationInEnglishAndTheChoiceIsRemembered() {
        try (Person finance = someone().signsIn("finance")) {
            finance.page().getByRole(AriaRole.MENUITEM).first().click();
            finance.sees("Allocated and used by bureau");
        }
        try (Person again = someone().signsIn("finance")) {
            again.sees("Allocated and used by bureau");
        }
    }

    @Test
    void theThreeAdministratorsReadWhatIsTheirsAlone() {
        try (Person system = someone().signsIn("system-admin")) {
            system.opens("/accounts").sees("health-clerk");
        }
        try (Person auditor = someone().signsIn("audit-admin")) {
            auditor.opens("/audit").sees("审计记录");
            assertThat(auditor.finds("a:has-text('账号')")).isFalse();
        }
    }
}
