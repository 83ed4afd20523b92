package io.jiyun.console.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts working days in Shanghai. In a year nobody entered, only weekends are free. Immutable. */
public final class WorkingDays {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<LocalDate, DayKind> special;
    private final Set<Integer> knownYears;

    public WorkingDays(Map<LocalDate, DayKind> special) {
        this.special = Map.copyOf(special);
        this.knownYears =
                special.keySet().stream()
                        .map(LocalDate::getYear)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The date in Shanghai, whatever the time zone of the servers. */
    public static LocalDate today(Clock clock) {
        return day(clock.instant());
    }

    /** The date in Shanghai at that moment. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, SHANGHAI);
    }

    public boolean isWorking(LocalDate day) {
        DayKind kind = special.get(day);
        return kind == null
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : kind == DayKind.WORKDAY;
    }

    /**
     * The last day of a term of working days that begins on {@code day}, which itself does not
     * count. A term of none ends on that day.
     */
    public LocalDate after(LocalDate day, int days) {
        LocalDate end = day;
        int counted = 0;
        while (counted < days) {
            end = end.plusDays(1);
            if (isWorking(end)) {
                counted++;
            }
        }
        return end;
    }

    /** Working days from the day after {@code from} to {@code to}; negative when to lies before. */
    public int between(LocalDate from, LocalDate to) {
        boolean forward = !to.isBefore(from);
        LocalDate first = forward ? from : to;
        LocalDate last = forward ? to : from;
        int counted = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorking(day)) {
                counted++;
            }
        }
        return forward ? counted : -counted;
    }

    /** Years from one day to the other for which nobody has entered the holidays. */
    public Set<Integer> unknownYears(LocalDate from, LocalDate to) {
        Set<Integer> unknown = new TreeSet<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!knownYears.contains(year)) {
                unknown.add(year);
            }
        }
        return unknown;
    }
}
