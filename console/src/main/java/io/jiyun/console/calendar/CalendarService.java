package io.jiyun.console.calendar;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.AnySignedIn;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.calendar.internal.CalendarFile;
import io.jiyun.console.calendar.internal.CalendarTable;
import io.jiyun.console.language.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The holiday calendar: everybody reads it, the security administrator keeps it. */
@Service
public class CalendarService {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SOURCE = 256;

    private final CalendarTable table;
    private final AuditTrail audit;
    private final CurrentActor current;

    CalendarService(CalendarTable table, AuditTrail audit, CurrentActor current) {
        this.table = table;
        this.audit = audit;
        this.current = current;
    }

    /** Special days of a year, by date. */
    @AnySignedIn
    @Transactional(readOnly = true)
    public List<SpecialDay> year(int year) {
        return table.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Says that deadlines of a year count weekends only, where nobody entered its holidays. */
    @AnySignedIn
    @Transactional(readOnly = true)
    public Optional<SpecViolation> notice(int year) {
        LocalDate start = LocalDate.of(year, 1, 1);
        return table.workingDays().unknownYears(start, start).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sentences.violation(
                                "NoCalendar", "year", "calendar.no-year", String.valueOf(year)));
    }

    /** Enters or corrects one day; what is wrong with it otherwise. */
    @AllowedTo(Role.SECURITY_ADMIN)
    @Transactional
    public List<SpecViolation> put(SpecialDay day) {
        if (day.name().isBlank()
                || day.name().length() > LONGEST_NAME
                || day.source().length() > LONGEST_SOURCE) {
            return List.of(
                    Sentences.violation(
                            "InvalidDay", "name", "calendar.invalid-day", LONGEST_NAME));
        }
        Optional<SpecialDay> before = table.find(day.day());
        table.put(day);
        audit.append(
                current.require(),
                AuditAction.CALENDAR_CHANGE,
                "calendar/" + day.day(),
                before.map(SpecialDay::toString).orElse(null),
                day.toString());
        return List.of();
    }

    /** Makes the day an ordinary one again; false when it was. */
    @AllowedTo(Role.SECURITY_ADMIN)
    @Transactional
    public boolean remove(LocalDate day) {
        Optional<SpecialDay> before = table.find(day);
        if (before.isEmpty()) {
            return false;
        }
        table.remove(day);
        audit.append(
                current.require(),
                AuditAction.CALENDAR_CHANGE,
                "calendar/" + day,
                before.get().toString(),
                null);
        return true;
    }

    /** Replaces each year a file names, or says everything that is wrong with the file. */
    @AllowedTo(Role.SECURITY_ADMIN)
    @Transactional
    public CalendarImport importFile(String text) {
        CalendarFile file = CalendarFile.read(text);
        if (!file.violations().isEmpty()) {
            return new CalendarImport.Refused(file.violations());
        }
        SortedSet<Integer> years = new TreeSet<>();
        file.days().forEach(day -> years.add(day.day().getYear()));
        years.forEach(table::clear);
        file.days().forEach(table::put);
        audit.append(
                current.require(),
                AuditAction.CALENDAR_IMPORT,
                "calendar/" + years,
                null,
                file.days().toString());
        return new CalendarImport.Imported(years, file.days().size());
    }
}
