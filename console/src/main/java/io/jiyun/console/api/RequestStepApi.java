package io.jiyun.console.api;

import io.jiyun.console.api.RequestBodies.StepBody;
import io.jiyun.console.request.TaskService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is decided on a request. */
@RestController
@RequestMapping("/api/v1/requests/{id}")
class RequestStepApi {
    private static final String KEY = "Idempotency-Key";
    private static final StepBody NOTHING_SAID = new StepBody(null, null, null, null);

    private final TaskService tasks;
    private final RequestAnswers answers;

    RequestStepApi(TaskService tasks, RequestAnswers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    @PostMapping("/approve")
    ResponseEntity<?> approve(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return answers.of(
                tasks.approve(id, reason(said(body)), RequestAnswers.handling(match, key)),
                request);
    }

    /** Ends the request; reason and advice are required. */
    @PostMapping("/reject")
    ResponseEntity<?> reject(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        String advice = RequestReading.text(said(body).advice());
        return answers.of(
                tasks.reject(id, reason(said(body)), advice, RequestAnswers.handling(match, key)),
                request);
    }

    /** Sends the request back to its filer; a reason is required. */
    @PostMapping("/return")
    ResponseEntity<?> giveBack(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        List<String> fields = said(body).fields();
        return answers.of(
                tasks.giveBack(
                        id,
                        reason(said(body)),
                        fields == null ? List.of() : fields,
                        RequestAnswers.handling(match, key)),
                request);
    }

    @PostMapping("/delegate")
    ResponseEntity<?> delegate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        String person = RequestReading.text(said(body).person());
        return answers.of(
                tasks.delegate(id, person, reason(said(body)), RequestAnswers.handling(match, key)),
                request);
    }

    /** The bureau confirms what was provisioned, which ends a trial early. */
    @PostMapping("/confirm")
    ResponseEntity<?> confirm(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return answers.of(
                tasks.confirm(id, reason(said(body)), RequestAnswers.handling(match, key)),
                request);
    }

    private static StepBody said(@Nullable StepBody body) {
        return body == null ? NOTHING_SAID : body;
    }

    private static String reason(StepBody body) {
        return RequestReading.text(body.reason());
    }
}
