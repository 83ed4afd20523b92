package io.jiyun.console.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.calendar.internal.CalendarFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private final WorkingDays of2026 = new WorkingDays(demoDays());

    @ParameterizedTest
    @CsvSource({
        // an ordinary week, and over a weekend
        "2026-11-23, 3, 2026-11-26",
        "2026-11-27, 1, 2026-11-30",
        // before National Day: holidays do not count, the Saturday that makes up for them does
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-30, 4, 2026-10-12",
        // a Sunday worked in advance
        "2026-09-19, 1, 2026-09-20",
        // Spring Festival: nine days off between two worked Saturdays
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-24, 4, 2026-02-28",
        // over the end of the year; 1 January 2027 is free
        "2026-12-31, 1, 2027-01-04",
        "2026-12-25, 5, 2027-01-04",
        // a term of nothing ends the same day
        "2026-10-03, 0, 2026-10-03",
    })
    void aTermEndsOnItsLastWorkingDay(LocalDate from, int days, LocalDate end) {
        assertThat(of2026.after(from, days)).isEqualTo(end);
        if (days > 0) {
            assertThat(of2026.between(from, end)).isEqualTo(days);
            assertThat(of2026.between(end, from)).isEqualTo(-days);
        }
    }

    @Test
    void withoutACalendarOnlyWeekendsAreFreeAndTheYearIsNamed() {
        LocalDate eve = LocalDate.of(2030, 9, 30);

        assertThat(of2026.after(eve, 1)).isEqualTo(LocalDate.of(2030, 10, 1));
        assertThat(of2026.after(LocalDate.of(2030, 10, 4), 1)).isEqualTo(LocalDate.of(2030, 10, 7));
        assertThat(of2026.unknownYears(LocalDate.of(2026, 12, 1), LocalDate.of(2028, 1, 2)))
                .containsExactly(2028);
    }

    @Test
    void theDayIsTheOneInShanghai() {
        Clock evening = Clock.fixed(Instant.parse("2026-12-31T16:30:00Z"), ZoneOffset.UTC);

        assertThat(WorkingDays.today(evening)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    private static Map<LocalDate, DayKind> demoDays() {
        try (InputStream file =
                WorkingDaysTest.class.getResourceAsStream(
                        "/db/changelog/calendar/demo-2026-2027.csv")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return CalendarFile.read(text.replace("on_day", "day")).days().stream()
                    .collect(Collectors.toMap(SpecialDay::day, SpecialDay::kind));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
