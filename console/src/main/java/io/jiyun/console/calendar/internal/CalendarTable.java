package io.jiyun.console.calendar.internal;

import io.jiyun.console.calendar.DayKind;
import io.jiyun.console.calendar.HolidayCalendar;
import io.jiyun.console.calendar.SpecialDay;
import io.jiyun.console.calendar.WorkingDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code special_day}. */
@Repository
public class CalendarTable implements HolidayCalendar {
    private static final String SELECT =
            "select on_day, kind, name, source, official from special_day";

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkingDays workingDays() {
        return new WorkingDays(
                jdbc.sql(SELECT).query((row, number) -> day(row)).list().stream()
                        .collect(Collectors.toMap(SpecialDay::day, SpecialDay::kind)));
    }

    public List<SpecialDay> between(LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + " where on_day between :first and :last order by on_day")
                .param("first", first)
                .param("last", last)
                .query((row, number) -> day(row))
                .list();
    }

    public Optional<SpecialDay> find(LocalDate day) {
        return jdbc.sql(SELECT + " where on_day = :day")
                .param("day", day)
                .query((row, number) -> day(row))
                .optional();
    }

    public void put(SpecialDay day) {
        remove(day.day());
        jdbc.sql(
                        "insert into special_day (on_day, kind, name, source, official) values"
                                + " (:day, :kind, :name, :source, :official)")
                .param("day", day.day())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .param("source", day.source())
                .param("official", day.official())
                .update();
    }

    public void remove(LocalDate day) {
        jdbc.sql("delete from special_day where on_day = :day").param("day", day).update();
    }

    public void clear(int year) {
        jdbc.sql("delete from special_day where on_day between :first and :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .update();
    }

    private static SpecialDay day(ResultSet row) throws SQLException {
        return new SpecialDay(
                row.getObject("on_day", LocalDate.class),
                DayKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("source"),
                row.getBoolean("official"));
    }
}
