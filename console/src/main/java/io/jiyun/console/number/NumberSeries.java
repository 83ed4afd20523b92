package io.jiyun.console.number;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code number_series}: one series per prefix and year. */
@Component
public class NumberSeries {
    /** Numbers carry the year of the people who quote them, not of the servers. */
    private static final ZoneId CALENDAR = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number, for example {@code ADJ-2026-000001}; gone unused if the transaction fails.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String prefix, Instant now) {
        int year = LocalDate.ofInstant(now, CALENDAR).getYear();
        jdbc.sql(
                        "insert into number_series (prefix, calendar_year, last_number) values"
                                + " (:prefix, :year, 0) on conflict do nothing")
                .param("prefix", prefix)
                .param("year", year)
                .update();
        jdbc.sql(
                        "update number_series set last_number = last_number + 1 where prefix ="
                                + " :prefix and calendar_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .update();
        long number =
                jdbc.sql(
                                "select last_number from number_series where prefix = :prefix and"
                                        + " calendar_year = :year")
                        .param("prefix", prefix)
                        .param("year", year)
                        .query(Long.class)
                        .single();
        return "%s-%d-%06d".formatted(prefix, year, number);
    }
}
