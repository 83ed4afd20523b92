package io.jiyun.console.calendar;

/** The calendar as the rest of the console counts with it. */
public interface HolidayCalendar {
    WorkingDays workingDays();
}
