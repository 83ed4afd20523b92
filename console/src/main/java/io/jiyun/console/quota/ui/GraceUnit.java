package io.jiyun.console.quota.ui;

import io.jiyun.console.page.Figures;
import io.jiyun.console.page.PageTexts;
import java.util.Locale;

/** What people count a recall grace in; what is stored are seconds. */
enum GraceUnit {
    SECONDS(1),
    MINUTES(60),
    HOURS(3_600),
    DAYS(86_400);

    private final long seconds;

    GraceUnit(long seconds) {
        this.seconds = seconds;
    }

    /** The largest in which the time is a whole number. */
    static GraceUnit of(long seconds) {
        GraceUnit largest = SECONDS;
        for (GraceUnit unit : values()) {
            if (seconds > 0 && seconds % unit.seconds == 0) {
                largest = unit;
            }
        }
        return largest;
    }

    /** For example {@code 15 分钟}. */
    static String words(long seconds, Locale locale) {
        GraceUnit unit = of(seconds);
        long count = seconds / unit.seconds;
        return Figures.in(locale).number((double) count) + " " + unit.word(locale);
    }

    long seconds() {
        return seconds;
    }

    String word(Locale locale) {
        return new PageTexts().getTranslation("grace." + name().toLowerCase(Locale.ROOT), locale);
    }
}
