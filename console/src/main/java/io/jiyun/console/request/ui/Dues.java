package io.jiyun.console.request.ui;

import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.PageTexts;
import io.jiyun.console.page.Status;
import io.jiyun.console.request.RequestRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How near the end of a term is, in words and in one of the five states. */
final class Dues {
    private static final int SOON_DAYS = 1;

    private final LocalDate today;
    private final Locale locale;
    private final PageTexts texts = new PageTexts();

    Dues(Clock clock, Locale locale) {
        this.today = WorkingDays.today(clock);
        this.locale = locale;
    }

    Status status(RequestRow row) {
        LocalDate due = row.dueOn();
        if (due == null) {
            return Status.UNKNOWN;
        }
        long left = ChronoUnit.DAYS.between(today, due);
        return left < 0 ? Status.BAD : left <= SOON_DAYS ? Status.WATCH : Status.BUSY;
    }

    String words(RequestRow row) {
        LocalDate due = row.dueOn();
        if (due == null) {
            return Figures.UNKNOWN;
        }
        long left = ChronoUnit.DAYS.between(today, due);
        return left < 0
                ? texts.getTranslation("due.late", locale, due.toString(), -left)
                : texts.getTranslation("due.by", locale, due.toString());
    }
}
