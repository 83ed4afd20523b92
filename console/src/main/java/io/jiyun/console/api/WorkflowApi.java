package io.jiyun.console.api;

import io.jiyun.console.language.Sentences;
import io.jiyun.console.workflow.AutoRule;
import io.jiyun.console.workflow.RequestType;
import io.jiyun.console.workflow.Stage;
import io.jiyun.console.workflow.Workflow;
import io.jiyun.console.workflow.WorkflowDraft;
import io.jiyun.console.workflow.WorkflowSaved;
import io.jiyun.console.workflow.WorkflowService;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way each type of request takes. */
@RestController
@RequestMapping("/api/v1/workflows")
class WorkflowApi {
    private final WorkflowService workflows;
    private final Problems problems;

    WorkflowApi(WorkflowService workflows, Problems problems) {
        this.workflows = workflows;
        this.problems = problems;
    }

    /** A workflow as it is saved. */
    record WorkflowBody(
            @Nullable List<@Nullable Stage> stages,
            @Nullable AutoRule auto,
            @Nullable String basis,
            @Nullable LocalDate effectiveOn) {}

    @GetMapping
    List<Workflow> all() {
        return workflows.all();
    }

    @GetMapping("/{type}")
    ResponseEntity<Workflow> current(@PathVariable RequestType type) {
        Workflow workflow = workflows.current(type);
        return ResponseEntity.ok().eTag(EntityTags.of(workflow.version())).body(workflow);
    }

    /** Saves a new version; requests that run keep theirs. */
    @PutMapping("/{type}")
    ResponseEntity<?> save(
            @PathVariable RequestType type,
            @RequestBody WorkflowBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletRequest request) {
        Long expected = EntityTags.expected(match);
        int version =
                expected == null ? workflows.current(type).version() : Math.toIntExact(expected);
        return switch (workflows.save(type, draft(body), version)) {
            case WorkflowSaved.Saved(int saved) ->
                    ResponseEntity.ok().eTag(EntityTags.of(saved)).body(workflows.current(type));
            case WorkflowSaved.Refused(var violations) ->
                    problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, violations, request);
            case WorkflowSaved.Stale(int current) ->
                    problems.problem(
                            HttpStatus.PRECONDITION_FAILED, "workflow.stale", request, current);
        };
    }

    private static WorkflowDraft draft(WorkflowBody body) {
        List<@Nullable Stage> stages = body.stages();
        List<Stage> readable = new ArrayList<>();
        if (stages != null) {
            for (Stage stage : stages) {
                boolean whole =
                        stage != null
                                && stage.key() != null
                                && stage.zh() != null
                                && stage.en() != null
                                && stage.kind() != null;
                if (stage == null || !whole) {
                    throw new BadRequest(
                            List.of(
                                    Sentences.violation(
                                            "MissingField",
                                            "stages[" + readable.size() + "]",
                                            "api.missing-field",
                                            "stages[" + readable.size() + "]")));
                }
                readable.add(stage);
            }
        }
        AutoRule auto = body.auto();
        return new WorkflowDraft(
                readable,
                auto == null ? AutoRule.NONE : auto,
                RequestReading.text(body.basis()),
                body.effectiveOn());
    }
}
