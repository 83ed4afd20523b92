package io.jiyun.console.calendar;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;
import java.util.SortedSet;

/** How an import ended. */
public sealed interface CalendarImport {
    /** The years the file names are now what it says. */
    record Imported(SortedSet<Integer> years, int days) implements CalendarImport {}

    /** Nothing was stored; every row that is wrong. */
    record Refused(List<SpecViolation> violations) implements CalendarImport {}
}
