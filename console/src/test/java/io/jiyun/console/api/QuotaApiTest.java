package io.jiyun.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.api.Caller.Answer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Quotas over HTTP: what is accepted, and a sentence for everything that is not. */
@OnH2
class QuotaApiTest extends ConsoleTests {
    private static final String HEALTH_QUOTA =
            """
            {"name": "health",
             "bureau": {"code": "11530000MB0X01", "name": "云江省卫生健康委员会"},
             "pools": [{"cloud": "provincial", "pool": "gov-x86",
                        "resources": {"requests.cpu": "10", "requests.memory": "40Gi"}}],
             "namespaces": [{"name": "health-prod", "cloud": "provincial", "pool": "gov-x86"}],
             "reason": "首次分配"}
            """;
    private static final String QUOTAS = "/api/v1/quotas";
    private static final String HEALTH_PATH = QUOTAS + "/health";

    @LocalServerPort private int port;

    private Caller administrator = Caller.unknown(0);

    @BeforeEach
    void anAdministrator() {
        administrator = Caller.unknown(port).signedInAs("cloud-admin");
    }

    @Test
    void aQuotaIsCreatedReadAndListed() {
        Answer created = administrator.post(QUOTAS, HEALTH_QUOTA);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.entityTag()).isEqualTo("\"1\"");
        assertThat(created.at("/changeId")).startsWith("ADJ-");

        Answer quota = administrator.get(HEALTH_PATH);
        assertThat(quota.entityTag()).isEqualTo("\"1\"");
        assertThat(quota.at("/pools/0/decided/requests.cpu")).isEqualTo("10");
        assertThat(quota.at("/namespaces/0/name")).isEqualTo("health-prod");
        assertThat(quota.at("/summary/state")).isEqualTo("PENDING");

        Answer list =
                administrator.get(
                        QUOTAS
                                + "?page=0&size=1&sort=cpu,desc&q=卫生"
                                        .replace("卫生", "%E5%8D%AB%E7%94%9F"));
        assertThat(list.body().get("total").asLong()).isEqualTo(1);
        assertThat(list.at("/items/0/bureau/name")).isEqualTo("云江省卫生健康委员会");
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        administrator.post(QUOTAS, HEALTH_QUOTA);

        Answer patched = administrator.patch(HEALTH_PATH, cores("20"), "If-Match", "\"1\"");

        assertThat(patched.status()).isEqualTo(202);
        assertThat(patched.entityTag()).isEqualTo("\"2\"");
        Answer quota = administrator.get(HEALTH_PATH);
        assertThat(quota.at("/standing/0/resources/requests.cpu")).isEqualTo("20");
        assertThat(quota.at("/standing/0/resources/requests.memory")).isEqualTo("40Gi");
        assertThat(administrator.get(HEALTH_PATH + "/history").at("/items/0/reason"))
                .isEqualTo("扩容");
    }

    @Test
    void theAuditTrailNamesWhereADecisionOverTheApiCameFrom() {
        administrator.post(QUOTAS, HEALTH_QUOTA);

        assertThat(jdbc.sql("select distinct origin from audit_entry").query(String.class).list())
                .containsExactly("127.0.0.1");
    }

    @Test
    void aPutReplacesTheDeclaration() {
        administrator.post(QUOTAS, HEALTH_QUOTA);

        Answer replaced =
                administrator.put(HEALTH_PATH, HEALTH_QUOTA.replace("\"40Gi\"", "\"80Gi\""));

        assertThat(replaced.status()).isEqualTo(202);
        assertThat(administrator.get(HEALTH_PATH).at("/standing/0/resources/requests.memory"))
                .isEqualTo("80Gi");
    }

    @Test
    void aStaleIfMatchIsAPreconditionThatFailed() {
        administrator.post(QUOTAS, HEALTH_QUOTA);
        administrator.patch(HEALTH_PATH, cores("20"), "If-Match", "\"1\"");

        Answer stale = administrator.patch(HEALTH_PATH, cores("30"), "If-Match", "\"1\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.type()).startsWith("application/problem+json");
        assertThat(stale.at("/detail")).contains("已被他人修改");
    }

    @Test
    void theSameIdempotencyKeyIsAnsweredTheSameAndDoneOnce() {
        administrator.post(QUOTAS, HEALTH_QUOTA);

        Answer first = administrator.patch(HEALTH_PATH, cores("20"), "Idempotency-Key", "k-1");
        Answer second = administrator.patch(HEALTH_PATH, cores("20"), "Idempotency-Key", "k-1");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(administrator.get(HEALTH_PATH + "/history").body().get("total").asInt())
                .isEqualTo(2);
        assertThat(
                        administrator
                                .patch(HEALTH_PATH, cores("30"), "Idempotency-Key", "k-1")
                                .at("/violations/0/reason"))
                .isEqualTo("IdempotencyKeyReused");
    }

    @Test
    void whatIfTellsWithoutDoing() {
        administrator.post(QUOTAS, HEALTH_QUOTA);

        Answer answer = administrator.post(HEALTH_PATH + "/what-if", cores("200"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("acceptable").asBoolean()).isFalse();
        assertThat(answer.at("/violations/0/reason")).isEqualTo("ExceedsPool");
        assertThat(answer.at("/lines/0/left")).isEqualTo("100");
        assertThat(administrator.get(HEALTH_PATH).entityTag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "10"           | "ten"         | MalformedQuantity | pools[0].resources.requests.cpu
                    "10"           | "-1"          | NegativeQuantity  | pools[0].resources.requests.cpu
                    "10"           | "1e30"        | QuantityTooLarge  | pools[0].resources.requests.cpu
                    "10"           | null          | MalformedQuantity | pools[0].resources.requests.cpu
                    "10"           | "101"         | ExceedsPool       | pools
                    "gov-x86",     | "gov-arm",    | UnknownPool       | pools[0].pool
                    "health-prod"  | "default"     | ReservedNamespace | namespaces[0].name
                    "health-prod"  | "kube-public" | ReservedNamespace | namespaces[0].name
                    "health"       | "Health!"     | InvalidQuotaName  | name
                    "首次分配"       | ""            | ReasonMissing     | reason
                    """)
    void badInputIsRefusedWithReasonFieldAndSentenceAndChangesNothing(
            String good, String bad, String reason, String field) {
        Answer answer =
                administrator.post(QUOTAS, HEALTH_QUOTA.replaceFirst(Pattern.quote(good), bad));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(StreamSupport.stream(answer.body().get("violations").spliterator(), false))
                .anySatisfy(violation -> {
                    assertThat(violation.get("reason").asString()).isEqualTo(reason);
                    assertThat(violation.get("field").asString()).isEqualTo(field);
                    assertThat(violation.get("message").asString()).isNotBlank();
                });
        assertThat(rows("quota")).isZero();
        assertThat(rows("audit_entry")).isZero();
    }

    @Test
    void theCodeOfABureauCannotBeChanged() {
        administrator.post(QUOTAS, HEALTH_QUOTA);

        Answer answer =
                administrator.patch(
                        HEALTH_PATH, "{\"bureau\":{\"code\":\"11530000MB0X99\"},\"reason\":\"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/violations/0/field")).isEqualTo("bureau.code");
    }

    @Test
    void missingFieldsAreNamedAllAtOnce() {
        Answer answer = administrator.post(QUOTAS, "{\"pools\":[{}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("violations").findValuesAsString("field"))
                .containsExactly("bureau.code", "bureau.name", "pools[0].cloud", "pools[0].pool");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/quotas?size=0, 400",
        "/api/v1/quotas?page=-1, 400",
        "/api/v1/quotas?page=many, 400",
        "/api/v1/quotas?sort=colour, 400",
        "/api/v1/quotas?state=LOST, 400",
        "/api/v1/quotas/nowhere, 404",
        "/api/v1/clouds/nowhere, 404",
        "/api/v1/bureaus/NOWHERE, 404",
        "/api/v1/nothing, 404",
    })
    void everyWrongAddressIsAProblemInWords(String path, int status) {
        Answer answer = administrator.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.at("/detail")).isNotBlank();
    }

    @Test
    void aBodyThatIsNotJsonIsAProblem() {
        assertThat(administrator.post(QUOTAS, "{").status()).isEqualTo(400);
        assertThat(administrator.patch(HEALTH_PATH, "[1]").status()).isEqualTo(400);
    }

    @Test
    void theSentenceComesInTheLanguageAskedFor() {
        Answer english =
                administrator.call("GET", QUOTAS + "/nowhere", null, "Accept-Language", "en");
        Answer chinese = administrator.get(QUOTAS + "/nowhere");

        assertThat(english.at("/detail")).startsWith("There is no quota named");
        assertThat(chinese.at("/detail")).startsWith("没有名为");
    }

    private static String cores(String cores) {
        return """
        {"pools": [{"cloud": "provincial", "pool": "gov-x86",
                    "resources": {"requests.cpu": "%s"}}],
         "reason": "扩容"}
        """
                .formatted(cores);
    }
}
