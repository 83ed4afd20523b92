package io.jiyun.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.api.Caller.Answer;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the description of the API says of quotas, requests and tasks is what they do. */
@OnH2
class DescriptionTest extends ConsoleTests {
    @LocalServerPort private int port;
    @Autowired private QuotaService quotas;

    private JsonNode paths;

    @BeforeEach
    void aBureauWithAQuota() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        paths = Caller.unknown(port).get("/api/v1/openapi.json").body().get("paths");
    }

    @Test
    void everyOperationSaysHowItFails() {
        for (JsonNode operation : operations()) {
            JsonNode answers = operation.get("responses");
            assertThat(answers.propertyNames()).contains("400", "401", "403");
            answers.properties().stream()
                    .filter(answer -> answer.getKey().compareTo("400") >= 0)
                    .forEach(answer ->
                            assertThat(
                                            answer.getValue()
                                                    .at(
                                                            "/content/application~1problem+json/schema/$ref")
                                                    .asString())
                                    .isEqualTo("#/components/schemas/Problem"));
        }
    }

    @Test
    void everyExampleOfAnAnswerLooksLikeTheAnswer() {
        Caller clerk = Caller.unknown(port).signedInAs("health-clerk");
        Caller head = Caller.unknown(port).signedInAs("health-head");
        Caller administrator = Caller.unknown(port).signedInAs("cloud-admin");
        Answer filed = clerk.post("/api/v1/requests", example("/api/v1/requests", "post"));
        String one = "/api/v1/requests/" + filed.at("/number");

        same(filed, "/api/v1/requests", "post");
        same(clerk.get("/api/v1/requests"), "/api/v1/requests", "get");
        same(clerk.get(one), "/api/v1/requests/{id}", "get");
        same(clerk.get(one + "/feasibility"), "/api/v1/requests/{id}/feasibility", "get");
        same(clerk.post(one + "/submit", "{}"), "/api/v1/requests/{id}/submit", "post");
        same(head.get("/api/v1/tasks"), "/api/v1/tasks", "get");
        same(
                head.post(
                        "/api/v1/tasks",
                        example("/api/v1/tasks", "post")
                                .replace("REQ-2026-000001", filed.at("/number"))),
                "/api/v1/tasks",
                "post");
        same(administrator.get("/api/v1/quotas"), "/api/v1/quotas", "get");
        same(administrator.get("/api/v1/quotas/health"), "/api/v1/quotas/{name}", "get");
        same(
                administrator.post(
                        "/api/v1/quotas/health/what-if",
                        example("/api/v1/quotas/{name}/what-if", "post")),
                "/api/v1/quotas/{name}/what-if",
                "post");
        same(
                administrator.put("/api/v1/quotas/health", example("/api/v1/quotas/{name}", "put")),
                "/api/v1/quotas/{name}",
                "put");
    }

    /** As the description has it, status and names of fields. */
    private void same(Answer answer, String path, String method) {
        JsonNode answers = paths.get(path).get(method).get("responses");
        assertThat(answers.propertyNames())
                .as("%s %s: %s", method, path, answer)
                .contains(Integer.toString(answer.status()));
        JsonNode example =
                answers.get(Integer.toString(answer.status()))
                        .at("/content/application~1json/example");
        assertThat(names(example)).as("%s %s", method, path).containsAll(names(answer.body()));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>(node.propertyNames());
        for (String inner : List.of("items", "summary")) {
            if (node.has(inner)) {
                names.addAll(names(node.get(inner)));
            }
        }
        return node.isArray() && !node.isEmpty() ? names(node.get(0)) : names;
    }

    private String example(String path, String method) {
        String schema =
                paths.get(path)
                        .get(method)
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString();
        JsonNode example =
                Caller.unknown(port)
                        .get("/api/v1/openapi.json")
                        .body()
                        .at(schema.substring(1))
                        .get("example");
        return example.isString() ? example.asString() : example.toString();
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        paths.properties().stream()
                .filter(path -> path.getKey().matches("/api/v1/(quotas|requests|tasks).*"))
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation -> operations.add(operation.getValue())));
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }
}
