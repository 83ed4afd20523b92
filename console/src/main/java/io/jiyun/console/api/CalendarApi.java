package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.calendar.CalendarImport;
import io.jiyun.console.calendar.CalendarService;
import io.jiyun.console.calendar.DayKind;
import io.jiyun.console.calendar.SpecialDay;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.language.Sentences;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The holiday calendar deadlines are counted with. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {
    private final CalendarService calendar;
    private final Problems problems;
    private final CallerLanguage language;
    private final Clock clock;

    CalendarApi(CalendarService calendar, Problems problems, CallerLanguage language, Clock clock) {
        this.calendar = calendar;
        this.problems = problems;
        this.language = language;
        this.clock = clock;
    }

    /** A year, and a notice where nobody entered its holidays. */
    record YearBody(int year, List<SpecialDay> days, @Nullable String notice) {}

    /** A day as it is entered. */
    @Schema(example = "{\"kind\": \"HOLIDAY\", \"name\": \"国庆节\", \"source\": \"国办通知\"}")
    record DayBody(
            @Nullable DayKind kind,
            @Nullable String name,
            @Nullable String source,
            @Nullable Boolean official) {}

    @GetMapping
    YearBody year(@RequestParam @Nullable Integer year, HttpServletRequest request) {
        int shown = year == null ? WorkingDays.today(clock).getYear() : year;
        if (shown < 1 || shown > 9999) {
            throw new BadRequest(
                    List.of(
                            Sentences.violation(
                                    "InvalidYear",
                                    "year",
                                    "api.invalid-parameter",
                                    "year",
                                    String.valueOf(shown))));
        }
        return new YearBody(
                shown,
                calendar.year(shown),
                calendar.notice(shown)
                        .map(notice -> Sentences.of(notice, language.of(request)))
                        .orElse(null));
    }

    @PutMapping("/{day}")
    ResponseEntity<?> put(
            @PathVariable LocalDate day, @RequestBody DayBody body, HttpServletRequest request) {
        DayKind kind = body.kind();
        SpecialDay entered =
                new SpecialDay(
                        day,
                        kind == null ? DayKind.HOLIDAY : kind,
                        RequestReading.text(body.name()),
                        RequestReading.text(body.source()),
                        !Boolean.FALSE.equals(body.official()));
        List<SpecViolation> wrong = calendar.put(entered);
        return wrong.isEmpty()
                ? ResponseEntity.ok(entered)
                : problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, wrong, request);
    }

    /** Makes the day an ordinary one again. */
    @DeleteMapping("/{day}")
    ResponseEntity<?> remove(@PathVariable LocalDate day) {
        return calendar.remove(day)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    /** Replaces each year that the file, CSV or JSON, names. */
    @PostMapping("/import")
    ResponseEntity<?> importFile(@RequestBody String file, HttpServletRequest request) {
        return switch (calendar.importFile(file)) {
            case CalendarImport.Imported imported -> ResponseEntity.ok(imported);
            case CalendarImport.Refused(var violations) ->
                    problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, violations, request);
        };
    }
}
