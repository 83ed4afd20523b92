package io.jiyun.console.api;

import io.jiyun.console.api.RequestBodies.FeasibilityBody;
import io.jiyun.console.api.RequestBodies.Full;
import io.jiyun.console.api.RequestBodies.Outcome;
import io.jiyun.console.api.RequestBodies.StepBody;
import io.jiyun.console.api.RequestBodies.Summary;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.workflow.RequestType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests as a bureau, or a portal on its behalf, files and follows them. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestApi {
    private static final String KEY = "Idempotency-Key";

    private final RequestService requests;
    private final RequestAnswers answers;

    RequestApi(RequestService requests, RequestAnswers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    @GetMapping
    PageOf<Summary> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "changed,desc") String sort,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam @Nullable RequestState state,
            @RequestParam @Nullable RequestType type,
            @RequestParam @Nullable String bureau) {
        Paging paging = Paging.of(page, size);
        RequestFilter filter = new RequestFilter(text, state, type, bureau);
        return paging.of(
                requests
                        .page(
                                filter,
                                RequestAnswers.sort(sort, paging),
                                paging.offset(),
                                paging.size())
                        .stream()
                        .map(Summary::of)
                        .toList(),
                requests.count(filter));
    }

    @GetMapping("/{id}")
    ResponseEntity<Full> get(@PathVariable String id, HttpServletRequest request) {
        RequestDetail detail = requests.detail(id);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(detail.row().version()))
                .body(answers.full(detail, request));
    }

    /** Files a draft; nothing is reserved before it is submitted. */
    @PostMapping
    ResponseEntity<?> create(
            @RequestBody RequestBodies.RequestBody body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return created(
                requests.create(RequestReading.draft(body), RequestAnswers.handling(null, key)),
                request);
    }

    /** Replaces what a draft or a returned request says. */
    @PutMapping("/{id}")
    ResponseEntity<?> edit(
            @PathVariable String id,
            @RequestBody RequestBodies.RequestBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return answers.of(
                requests.edit(id, RequestReading.draft(body), RequestAnswers.handling(match, key)),
                request);
    }

    /** What would become of the request if it were submitted, or approved, now. */
    @GetMapping("/{id}/feasibility")
    FeasibilityBody feasibility(@PathVariable String id, HttpServletRequest request) {
        return answers.feasibility(requests.feasibility(id), request);
    }

    /** Submits; what is asked for is reserved in the pool until the request ends. */
    @PostMapping("/{id}/submit")
    ResponseEntity<?> submit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return answers.of(requests.submit(id, RequestAnswers.handling(match, key)), request);
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<?> withdraw(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        String reason = body == null ? "" : RequestReading.text(body.reason());
        return answers.of(
                requests.withdraw(id, reason, RequestAnswers.handling(match, key)), request);
    }

    /** A new draft with the same content. */
    @PostMapping("/{id}/duplicate")
    ResponseEntity<?> duplicate(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return created(requests.duplicate(id, RequestAnswers.handling(null, key)), request);
    }

    private ResponseEntity<?> created(RequestOutcome outcome, HttpServletRequest request) {
        return outcome instanceof RequestOutcome.Done(String number, long version, var state)
                ? ResponseEntity.created(URI.create("/api/v1/requests/" + number))
                        .eTag(EntityTags.of(version))
                        .body(new Outcome(number, version, state))
                : answers.of(outcome, request);
    }
}
