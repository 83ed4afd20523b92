package io.jiyun.console.api;

import io.jiyun.console.api.QuotaBodies.QuotaBody;
import io.jiyun.console.quota.Decision;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions on quotas. An accepted change is answered with 202: it is decided, and takes effect in
 * the cluster as soon as that can be reached.
 */
@RestController
@RequestMapping("/api/v1/quotas")
class QuotaChangeApi {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final QuotaService quotas;
    private final Problems problems;

    QuotaChangeApi(QuotaService quotas, Problems problems) {
        this.quotas = quotas;
        this.problems = problems;
    }

    @PostMapping
    ResponseEntity<?> create(
            @RequestBody QuotaBody body,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        String name = body.name() == null ? "" : body.name();
        Decision decision =
                quotas.create(name, QuotaReading.whole(body), submission(body, null, key));
        return decision instanceof Decision.Accepted(String id, long version)
                ? ResponseEntity.created(URI.create("/api/v1/quotas/" + name))
                        .eTag(EntityTags.of(version))
                        .body(QuotaApi.accepted(id, version))
                : answer(decision, request);
    }

    /** Replaces the declaration; pools that the body does not name are given back. */
    @PutMapping("/{name}")
    ResponseEntity<?> replace(
            @PathVariable String name,
            @RequestBody QuotaBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        return answer(
                quotas.submit(name, QuotaReading.whole(body), submission(body, match, key)),
                request);
    }

    /** Changes what the body names. */
    @PatchMapping("/{name}")
    ResponseEntity<?> change(
            @PathVariable String name,
            @RequestBody QuotaBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest request) {
        var before = quotas.edit(name);
        Submission submission = submission(body, match, key);
        Long expected = submission.expectedVersion();
        // Without If-Match the merge still holds only for the version it was made on.
        Submission merged =
                new Submission(
                        submission.reason(),
                        expected == null ? Long.valueOf(before.row().version()) : expected,
                        submission.idempotencyKey(),
                        body.toString());
        return answer(
                quotas.submit(name, QuotaReading.changed(before.draft(), body), merged), request);
    }

    private ResponseEntity<?> answer(Decision decision, HttpServletRequest request) {
        return switch (decision) {
            case Decision.Accepted(String id, long version) ->
                    ResponseEntity.accepted()
                            .eTag(EntityTags.of(version))
                            .body(QuotaApi.accepted(id, version));
            case Decision.Refused(var violations) ->
                    problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, violations, request);
            case Decision.Stale(long version) ->
                    problems.problem(
                            HttpStatus.PRECONDITION_FAILED, "quota.stale", request, version);
        };
    }

    private static Submission submission(
            QuotaBody body, @Nullable String match, @Nullable String key) {
        return new Submission(
                body.reason() == null ? "" : body.reason(),
                EntityTags.expected(match),
                key == null || key.isBlank() ? null : key);
    }
}
