package io.jiyun.console.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param source document it rests on 依据
 * @param official false for a suggested value 建议值 that no document has confirmed yet
 */
public record SpecialDay(
        LocalDate day, DayKind kind, String name, String source, boolean official) {}
