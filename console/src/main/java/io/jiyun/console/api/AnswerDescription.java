package io.jiyun.console.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of the operations on quotas, requests and tasks how they answer: an example of success from
 * {@code api/examples.json}, and every way in which they fail.
 */
@Component
class AnswerDescription implements OpenApiCustomizer {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> NOUNS = List.of("quotas", "requests", "tasks");

    private final Map<String, Example> examples;

    AnswerDescription(JsonMapper json) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/api/examples.json"))) {
            examples = json.readValue(file, new TypeReference<>() {});
        }
    }

    /** How an operation answers when all is well. */
    record Example(String status, Object answer) {}

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem());
        api.getPaths()
                .forEach((path, item) -> {
                    if (NOUNS.stream().anyMatch(noun -> path.startsWith("/api/v1/" + noun))) {
                        item.readOperationsMap()
                                .forEach((method, operation) ->
                                        describe(method.name(), path, operation));
                    }
                });
    }

    private void describe(String method, String path, Operation operation) {
        ApiResponses answers = operation.getResponses();
        Example example = examples.get(method + " " + path);
        if (example != null) {
            succeed(answers, example);
        }
        boolean changes = !method.equals("GET") && !path.endsWith("/what-if");
        boolean stale =
                operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(one -> one.getName().equals("If-Match"));
        fail(answers, "400", "What was sent cannot be read; violations name what.");
        fail(answers, "401", "No token, or one that has ended.");
        fail(answers, "403", "The caller's role may not do this.");
        if (path.contains("{")) {
            fail(answers, "404", "There is none of that name that the caller may see.");
        }
        if (stale) {
            fail(answers, "412", "It changed since the version that If-Match names.");
        }
        if (changes && !path.contains("/tasks")) {
            fail(answers, "422", "A rule forbids it; violations name every one, with a remedy.");
        }
    }

    private static void succeed(ApiResponses answers, Example example) {
        ApiResponse found = answers.remove("200");
        ApiResponse answer = found == null ? new ApiResponse().description("OK") : found;
        Content before = answer.getContent();
        Schema<?> schema =
                before == null
                        ? null
                        : before.values().stream()
                                .findFirst()
                                .map(MediaType::getSchema)
                                .orElse(null);
        answers.addApiResponse(
                example.status(),
                answer.content(
                        new Content()
                                .addMediaType(
                                        JSON,
                                        new MediaType().schema(schema).example(example.answer()))));
    }

    private static void fail(ApiResponses answers, String status, String description) {
        answers.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(
                                new Content()
                                        .addMediaType(
                                                PROBLEM,
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/Problem")))));
    }

    private static Schema<?> problem() {
        Schema<?> violation =
                new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("reason", new StringSchema())
                        .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("RFC 9457; sentences in the language of Accept-Language.")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("violations", new ArraySchema().items(violation));
    }
}
