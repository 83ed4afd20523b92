package io.jiyun.console.api;

import io.jiyun.console.request.AttachedFile;
import io.jiyun.console.request.DocumentOutcome;
import io.jiyun.console.request.RequestService;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files attached to a request. */
@RestController
@RequestMapping("/api/v1/requests/{id}/documents")
class DocumentApi {
    private static final int READ_AT_MOST = 11 * 1024 * 1024;

    private final RequestService requests;
    private final Problems problems;

    DocumentApi(RequestService requests, Problems problems) {
        this.requests = requests;
        this.problems = problems;
    }

    /** Attaches the body as a file; its kind is told by its content, not by its name. */
    @PostMapping
    ResponseEntity<?> attach(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request)
            throws IOException {
        byte[] content = request.getInputStream().readNBytes(READ_AT_MOST);
        return switch (requests.attach(id, name, content)) {
            case DocumentOutcome.Attached(var line) ->
                    ResponseEntity.created(
                                    URI.create(
                                            "/api/v1/requests/" + id + "/documents/" + line.id()))
                            .body(RequestAnswers.document(line));
            case DocumentOutcome.Refused(var violations) ->
                    problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, violations, request);
        };
    }

    /** The file itself, always to be saved and never to be shown in place. */
    @GetMapping("/{document}")
    ResponseEntity<byte[]> read(@PathVariable String id, @PathVariable String document) {
        AttachedFile file = requests.document(id, document);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.line().mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.line().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    @DeleteMapping("/{document}")
    ResponseEntity<?> remove(
            @PathVariable String id, @PathVariable String document, HttpServletRequest request) {
        return switch (requests.detach(id, document)) {
            case DocumentOutcome.Attached _ -> ResponseEntity.noContent().build();
            case DocumentOutcome.Refused(var violations) ->
                    problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, violations, request);
        };
    }
}
