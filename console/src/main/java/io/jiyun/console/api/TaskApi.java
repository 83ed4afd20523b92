package io.jiyun.console.api;

import io.jiyun.console.api.RequestBodies.BulkBody;
import io.jiyun.console.api.RequestBodies.BulkLine;
import io.jiyun.console.api.RequestBodies.FeasibilityBody;
import io.jiyun.console.api.RequestBodies.Summary;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestNotFound;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.TaskService;
import io.jiyun.console.workflow.RequestType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller, one by one or many at once. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskApi {
    private static final int MOST = 100;

    private final TaskService tasks;
    private final RequestService requests;
    private final RequestAnswers answers;

    TaskApi(TaskService tasks, RequestService requests, RequestAnswers answers) {
        this.tasks = tasks;
        this.requests = requests;
        this.answers = answers;
    }

    @GetMapping
    PageOf<Summary> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "due,asc") String sort,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam @Nullable RequestState state,
            @RequestParam @Nullable RequestType type,
            @RequestParam @Nullable String bureau) {
        Paging paging = Paging.of(page, size);
        RequestFilter filter = new RequestFilter(text, state, type, bureau);
        var found =
                tasks.page(
                        filter, RequestAnswers.sort(sort, paging), paging.offset(), paging.size());
        return paging.of(found.stream().map(Summary::of).toList(), tasks.count(filter));
    }

    /** What deciding on each would do; nothing is changed. */
    @PostMapping("/preview")
    Map<String, FeasibilityBody> preview(@RequestBody BulkBody body, HttpServletRequest request) {
        Map<String, FeasibilityBody> previews = new LinkedHashMap<>();
        for (String number : numbers(body)) {
            previews.put(number, answers.feasibility(requests.feasibility(number), request));
        }
        return previews;
    }

    /** Decides on each by itself: what fails stays as it is and says why. */
    @PostMapping
    List<BulkLine> decide(
            @RequestBody BulkBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Step decision = body.decision();
        if (decision == null) {
            throw missing("decision");
        }
        return numbers(body).stream()
                .map(number -> line(number, decision, body, key, request))
                .toList();
    }

    private BulkLine line(
            String number,
            Step decision,
            BulkBody body,
            @Nullable String key,
            HttpServletRequest request) {
        Handling handling = RequestAnswers.handling(null, key == null ? null : key + "/" + number);
        String reason = RequestReading.text(body.reason());
        try {
            RequestOutcome outcome =
                    switch (decision) {
                        case APPROVE -> tasks.approve(number, reason, handling);
                        case REJECT ->
                                tasks.reject(
                                        number,
                                        reason,
                                        RequestReading.text(body.advice()),
                                        handling);
                        case RETURN -> tasks.giveBack(number, reason, List.of(), handling);
                        case CONFIRM -> tasks.confirm(number, reason, handling);
                        case EDIT, SUBMIT, WITHDRAW, DELEGATE, DUPLICATE ->
                                throw missing("decision");
                    };
            return switch (outcome) {
                case RequestOutcome.Done(String done, long _, var state) ->
                        new BulkLine(done, true, state, List.of());
                case RequestOutcome.Refused(var violations) ->
                        new BulkLine(number, false, null, answers.messages(violations, request));
                case RequestOutcome.Stale(long version) ->
                        failed(number, "request.stale", version, request);
            };
        } catch (RequestNotFound e) {
            return failed(number, "request.not-found", number, request);
        }
    }

    private BulkLine failed(
            String number, String key, Object argument, HttpServletRequest request) {
        return new BulkLine(
                number,
                false,
                null,
                answers.messages(
                        List.of(Sentences.violation("NotDone", "number", key, argument)), request));
    }

    private static List<String> numbers(BulkBody body) {
        List<@Nullable String> numbers = body.numbers();
        if (numbers == null || numbers.isEmpty() || numbers.size() > MOST) {
            throw missing("numbers");
        }
        return numbers.stream().filter(Objects::nonNull).map(String::valueOf).distinct().toList();
    }

    private static BadRequest missing(String field) {
        return new BadRequest(
                List.of(Sentences.violation("MissingField", field, "api.missing-field", field)));
    }
}
