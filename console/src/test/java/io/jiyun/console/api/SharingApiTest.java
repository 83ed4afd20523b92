package io.jiyun.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.api.Caller.Answer;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How far a bureau borrows and lends, over HTTP. */
@OnH2
class SharingApiTest extends ConsoleTests {
    private static final String PATH = "/api/v1/quotas/health";
    private static final String MORE =
            """
            {"pools": [{"cloud": "provincial", "pool": "gov-x86",
                        "resources": {"requests.cpu": "20"}}],
             "reason": "扩容"}
            """;
    private static final String WHOLE =
            """
            {"bureau": {"code": "11530000MB0X01", "name": "云江省卫生健康委员会"},
             "pools": [{"cloud": "provincial", "pool": "gov-x86",
                        "resources": {"requests.cpu": "10", "requests.memory": "40Gi"}}],
             "reason": "重新核定"}
            """;

    @LocalServerPort private int port;
    @Autowired private QuotaService quotas;

    private Caller administrator = Caller.unknown(0);

    @BeforeEach
    void aBureauWithAQuota() {
        Map<String, String> amounts = Map.of("requests.cpu", "10", "requests.memory", "40Gi");
        quotas.create(
                "health", Quotas.draft(HEALTH, "health-prod", amounts), Quotas.because("首次分配"));
        administrator = Caller.unknown(port).signedInAs("cloud-admin");
    }

    @Test
    void whatIsSharedIsSetReadAndKeptByWhateverDoesNotNameIt() {
        String shared =
                """
                {"sharing": [{"cloud": "provincial", "pool": "gov-x86",
                              "borrowingLimit": {"requests.cpu": "4000m"},
                              "lendingLimit": {"requests.memory": "8Gi"},
                              "recallGraceSeconds": 900}], "reason": "约定借用"}
                """;

        assertThat(administrator.post(PATH + "/what-if", shared).at("/sharing/0/after/pool"))
                .isEqualTo("gov-x86");
        assertThat(administrator.patch(PATH, shared).status()).isEqualTo(202);
        administrator.patch(PATH, MORE);
        administrator.put(PATH, WHOLE);

        Answer quota = administrator.get(PATH);
        assertThat(quota.entityTag()).isEqualTo("\"4\"");
        assertThat(quota.at("/sharing/0/borrowingLimit/requests.cpu")).isEqualTo("4");
        assertThat(quota.at("/sharing/0/lendingLimit/requests.memory")).isEqualTo("8Gi");
        assertThat(quota.at("/sharing/0/recallGraceSeconds")).isEqualTo("900");
        administrator.patch(PATH, "{\"sharing\": [], \"reason\": \"终止\"}");
        assertThat(administrator.get(PATH).body().get("sharing")).isEmpty();
    }

    @Test
    void whatCannotBeSharedIsRefusedAndOnlyTheAdministratorDecides() {
        String tooMuch =
                """
                {"sharing": [{"cloud": "provincial", "pool": "gov-x86",
                              "lendingLimit": {"requests.cpu": "11"}}], "reason": "约定借用"}
                """;

        Answer refused = administrator.patch(PATH, tooMuch);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/violations/0/field"))
                .isEqualTo("sharing[0].lendingLimit.requests.cpu");
        assertThat(refused.at("/violations/0/message")).contains("高于配额 10", "请调低");
        for (String other : List.of("health-head", "health-clerk", "security-admin")) {
            assertThat(
                            Caller.unknown(port)
                                    .signedInAs(other)
                                    .patch(PATH, tooMuch.replace("11", "1"))
                                    .status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(administrator.get(PATH).entityTag()).isEqualTo("\"1\"");
    }
}
