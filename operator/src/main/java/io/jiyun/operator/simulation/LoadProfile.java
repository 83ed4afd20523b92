package io.jiyun.operator.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;

/** How the load of a system goes over the day, the week, the month and the year: from 0 to 1. */
enum LoadProfile {
    /** Busy on working days from nine to six with a dip at noon. */
    @JsonProperty("office-hours")
    OFFICE_HOURS {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            double day = bell(time, 10.2, 1.8) + 0.9 * bell(time, 15.4, 1.9);
            return isWeekend(time) ? 0.06 + 0.06 * day : 0.06 + 0.85 * Math.min(1, day);
        }
    },
    /** Always busy, more by day. */
    @JsonProperty("round-the-clock")
    ROUND_THE_CLOCK {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            return 0.45 + 0.4 * bell(time, 15, 5);
        }
    },
    /** Office hours, with accounts closed in the last three and the first two days of a month. */
    @JsonProperty("month-end")
    MONTH_END {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            int day = time.getDayOfMonth();
            boolean closing = day <= 2 || day > YearMonth.from(time).lengthOfMonth() - 3;
            double office = OFFICE_HOURS.at(time, season);
            return closing ? Math.min(1, 0.35 + 0.65 * office) : 0.55 * office;
        }
    },
    /** Used by citizens after work and at weekends. */
    @JsonProperty("evening")
    EVENING {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            double day = 0.45 * bell(time, 12.5, 3) + 0.8 * bell(time, 20, 2);
            return 0.08 + Math.min(0.9, isWeekend(time) ? 1.25 * day : day);
        }
    },
    /** Batches between one and five at night. */
    @JsonProperty("nightly")
    NIGHTLY {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            return 0.08 + 0.85 * bell(time, 3, 1.3) + 0.15 * OFFICE_HOURS.at(time, season);
        }
    },
    /** Runs, and nobody uses it. */
    @JsonProperty("dead")
    DEAD {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            return 0.004;
        }
    },
    /** Busy round the clock in the months of its season, and as good as dead outside them. */
    @JsonProperty("seasonal")
    SEASONAL {
        @Override
        double at(ZonedDateTime time, Set<Integer> season) {
            return season.contains(time.getMonthValue()) ? ROUND_THE_CLOCK.at(time, season) : 0.01;
        }
    };

    abstract double at(ZonedDateTime time, Set<Integer> season);

    /** One at the given hour of the day, falling off to both sides. */
    private static double bell(ZonedDateTime time, double hour, double width) {
        double now = time.toLocalTime().toSecondOfDay() / 3600.0;
        double distance = Math.min(Math.abs(now - hour), 24 - Math.abs(now - hour));
        return Math.exp(-distance * distance / (2 * width * width));
    }

    private static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
