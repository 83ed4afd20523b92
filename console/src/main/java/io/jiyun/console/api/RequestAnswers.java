package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.api.RequestBodies.Document;
import io.jiyun.console.api.RequestBodies.Event;
import io.jiyun.console.api.RequestBodies.FeasibilityBody;
import io.jiyun.console.api.RequestBodies.Full;
import io.jiyun.console.api.RequestBodies.Outcome;
import io.jiyun.console.api.RequestBodies.StageLine;
import io.jiyun.console.api.RequestBodies.Summary;
import io.jiyun.console.api.RequestBodies.Waiting;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.request.DocumentLine;
import io.jiyun.console.request.Feasibility;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestSort;
import io.jiyun.console.workflow.Stage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers about requests, in the language of the caller. */
@Component
class RequestAnswers {
    private final CallerLanguage language;
    private final Problems problems;

    RequestAnswers(CallerLanguage language, Problems problems) {
        this.language = language;
        this.problems = problems;
    }

    static Handling handling(@Nullable String match, @Nullable String key) {
        return new Handling(EntityTags.expected(match), key == null || key.isBlank() ? null : key);
    }

    ResponseEntity<?> of(RequestOutcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case RequestOutcome.Done(String number, long version, var state) ->
                    ResponseEntity.ok()
                            .eTag(EntityTags.of(version))
                            .body(new Outcome(number, version, state));
            case RequestOutcome.Refused(var violations) ->
                    problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, violations, request);
            case RequestOutcome.Stale(long version) ->
                    problems.problem(
                            HttpStatus.PRECONDITION_FAILED, "request.stale", request, version);
        };
    }

    Full full(RequestDetail detail, HttpServletRequest request) {
        Locale locale = language.of(request);
        return new Full(
                Summary.of(detail.row()),
                detail.content(),
                detail.row().workflowVersion(),
                stages(detail, locale),
                detail.timeline().stream()
                        .map(entry -> {
                            SpecViolation why = entry.explanation();
                            return new Event(
                                    Times.written(entry.at()),
                                    entry.actor(),
                                    entry.actorName(),
                                    entry.kind(),
                                    entry.stage(),
                                    entry.reason(),
                                    why == null ? null : Sentences.of(why, locale));
                        })
                        .toList(),
                detail.documents().stream().map(RequestAnswers::document).toList(),
                detail.possible());
    }

    private static List<StageLine> stages(RequestDetail detail, Locale locale) {
        List<StageLine> lines = new ArrayList<>();
        for (Stage stage : detail.workflow().definition().stages()) {
            boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            lines.add(
                    new StageLine(
                            stage.key(),
                            english ? stage.en() : stage.zh(),
                            stage.kind().name(),
                            stage.role() == null ? null : stage.role().name(),
                            stage.days(),
                            stage.workingDays(),
                            stage.fourEyes(),
                            lines.size() == detail.row().stage()));
        }
        return lines;
    }

    static Document document(DocumentLine line) {
        return new Document(
                line.id(),
                line.name(),
                line.mediaType(),
                line.size(),
                line.sha256(),
                line.uploadedBy(),
                Times.written(line.uploadedAt()));
    }

    FeasibilityBody feasibility(Feasibility feasibility, HttpServletRequest request) {
        Locale locale = language.of(request);
        QuotaPreview preview = feasibility.preview();
        SpecViolation rule = feasibility.rule();
        return new FeasibilityBody(
                feasibility.feasible(),
                Message.of(feasibility.violations(), locale),
                preview == null
                        ? List.of()
                        : preview.pools().stream()
                                .flatMap(pool ->
                                        pool.resources().stream()
                                                .map(line -> QuotaBodies.Line.of(pool, line)))
                                .toList(),
                preview == null ? List.of() : Message.of(preview.warnings(), locale),
                feasibility.waiting().stream()
                        .map(one ->
                                new Waiting(
                                        one.pool().cloud(),
                                        one.pool().pool(),
                                        one.resources().print(),
                                        one.requests()))
                        .toList(),
                Sentences.of(feasibility.recent(), locale),
                rule == null ? null : Sentences.of(rule, locale));
    }

    List<Message> messages(List<SpecViolation> violations, HttpServletRequest request) {
        return Message.of(violations, language.of(request));
    }

    static RequestSort sort(String text, Paging paging) {
        String[] parts = text.split(",", -1);
        boolean descending = parts.length > 1 && parts[1].equalsIgnoreCase("desc");
        boolean readable = parts.length == 1 || descending || parts[1].equalsIgnoreCase("asc");
        return Stream.of(RequestSort.Field.values())
                .filter(field -> readable && field.name().equalsIgnoreCase(parts[0]))
                .findFirst()
                .map(field -> new RequestSort(field, !descending))
                .orElseThrow(() -> new BadRequest(List.of(paging.unsortable(text))));
    }
}
