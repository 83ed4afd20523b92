package io.jiyun.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.api.Caller.Answer;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request as a portal files it and people decide on it, over HTTP alone. */
@OnH2
class RequestApiTest extends ConsoleTests {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String TASKS = "/api/v1/tasks";

    @LocalServerPort private int port;
    @Autowired private QuotaService quotas;

    private Caller clerk = Caller.unknown(0);
    private Caller head = Caller.unknown(0);
    private Caller administrator = Caller.unknown(0);

    @BeforeEach
    void people() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        clerk = Caller.unknown(port).signedInAs("health-clerk");
        head = Caller.unknown(port).signedInAs("health-head");
        administrator = Caller.unknown(port).signedInAs("cloud-admin");
    }

    @Test
    void aRequestGoesFromThePortalToQuotaThatCarriesItsNumber() {
        Answer filed = clerk.post(REQUESTS, increase("20"), "Idempotency-Key", "portal-1");
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.entityTag()).isEqualTo("\"1\"");
        String address = REQUESTS + "/" + filed.at("/number");
        assertThat(clerk.post(REQUESTS, increase("20"), "Idempotency-Key", "portal-1").body())
                .isEqualTo(filed.body());
        assertThat(clerk.get(address + "/feasibility").body().get("feasible").asBoolean()).isTrue();

        assertThat(clerk.post(address + "/submit", "{}", "If-Match", "\"1\"").at("/state"))
                .isEqualTo("PENDING");
        assertThat(head.get(TASKS).at("/items/0/number")).isEqualTo(filed.at("/number"));
        head.post(address + "/approve", "{}");
        administrator.post(address + "/approve", "{}");
        administrator.post(address + "/approve", "{\"reason\": \"核实\"}");
        Answer fourEyes = administrator.post(address + "/approve", "{}");
        assertThat(fourEyes.status()).isEqualTo(422);
        assertThat(fourEyes.at("/violations/0/reason")).isEqualTo("FourEyes");
        Caller reviewer = Caller.unknown(port).signedInAs("cloud-reviewer");
        assertThat(reviewer.post(address + "/approve", "{}").at("/state"))
                .isEqualTo("PROVISIONING");

        assertThat(administrator.get("/api/v1/quotas/health").at("/grants/1/requestId"))
                .isEqualTo(filed.at("/number"));
        Answer whole = clerk.get(address);
        assertThat(whole.at("/timeline/0/kind")).isEqualTo("CREATED");
        assertThat(whole.at("/stages/4/current")).isEqualTo("true");
    }

    @Test
    void manyAreDecidedAtOnceEachByItself() {
        String small = submitted("20");
        String other = submitted("30");
        String body =
                "{\"numbers\": [\"%s\", \"REQ-1999-000001\", \"%s\"], \"decision\": \"APPROVE\"}"
                        .formatted(small, other);

        assertThat(head.post(TASKS + "/preview", body).status()).isEqualTo(404);
        Answer decided = head.post(TASKS, body);

        assertThat(decided.body().findValuesAsString("done"))
                .containsExactly("true", "false", "true");
        assertThat(decided.at("/1/violations/0/message")).contains("REQ-1999-000001");
        assertThat(administrator.get(TASKS).body().get("total").asInt()).isEqualTo(2);
    }

    @Test
    void listsAreNarrowedSortedAndCut() {
        submitted("1");
        String rejected = submitted("2");
        head.post(
                REQUESTS + "/" + rejected + "/reject", "{\"reason\": \"不足\", \"advice\": \"缩减\"}");

        assertThat(administrator.get(REQUESTS + "?state=REJECTED").at("/items/0/number"))
                .isEqualTo(rejected);
        assertThat(administrator.get(REQUESTS + "?size=1&sort=number,desc").at("/items/0/number"))
                .isEqualTo(rejected);
        assertThat(
                        administrator
                                .get(REQUESTS + "?type=RETURN&q=health&bureau=" + HEALTH)
                                .body()
                                .get("total")
                                .asInt())
                .isZero();
        assertThat(administrator.get(REQUESTS + "?sort=colour").status()).isEqualTo(400);
        assertThat(clerk.get(REQUESTS + "/REQ-1999-000001").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageAskedForAndAnOldVersionIsStale() {
        String number = clerk.post(REQUESTS, increase("ten")).at("/number");

        Answer wrong =
                clerk.post(REQUESTS + "/" + number + "/submit", "{}", "Accept-Language", "en");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.type()).startsWith("application/problem+json");
        assertThat(wrong.at("/violations/0/message")).contains("is not a quantity");
        assertThat(clerk.put(REQUESTS + "/" + number, increase("1"), "If-Match", "\"9\"").status())
                .isEqualTo(412);
        assertThat(clerk.post(REQUESTS, "{\"reason\": \"x\"}").at("/violations/1/field"))
                .isEqualTo("quota");
    }

    @Test
    void theCalendarAndTheWorkflowsAreReadByAllAndKeptBySecurity() {
        assertThat(clerk.get("/api/v1/calendar?year=2026").at("/days/0/name")).isEqualTo("元旦");
        assertThat(clerk.get("/api/v1/calendar?year=2035").at("/notice")).contains("尚未录入");
        Answer workflow = clerk.get("/api/v1/workflows/INCREASE");
        assertThat(workflow.at("/definition/stages/0/zh")).isEqualTo("负责人签批");

        Caller security = Caller.unknown(port).signedInAs("security-admin");
        Answer saved =
                security.put(
                        "/api/v1/workflows/RETURN",
                        security.get("/api/v1/workflows/RETURN")
                                .body()
                                .get("definition")
                                .toString(),
                        "If-Match",
                        "\"1\"");
        assertThat(saved.at("/version")).isEqualTo("2");
        jdbc.sql("delete from workflow where version > 1").update();
    }

    private String submitted(String cores) {
        String number = clerk.post(REQUESTS, increase(cores)).at("/number");
        assertThat(clerk.post(REQUESTS + "/" + number + "/submit", "{}").status()).isEqualTo(200);
        return number;
    }

    private static String increase(String cores) {
        return """
        {"type": "INCREASE", "quota": "health", "reason": "门户访问量增长",
         "pools": [{"cloud": "provincial", "pool": "gov-x86",
                    "resources": {"requests.cpu": "%s"}}]}
        """
                .formatted(cores);
    }
}
