package io.jiyun.console.calendar;

/** How a day differs from what its weekday says. */
public enum DayKind {
    /** 放假: nobody works, whatever the weekday. */
    HOLIDAY,
    /** 调休上班: worked although it is a Saturday or Sunday. */
    WORKDAY
}
