package io.jiyun.console.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CalendarServiceTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends KeepingTheCalendar {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends KeepingTheCalendar {}

    /** What the security administrator does with the calendar. */
    abstract static class KeepingTheCalendar extends ConsoleTests {
        @Autowired private CalendarService calendar;

        @BeforeEach
        void theSecurityAdministrator() {
            jdbc.sql("delete from special_day where on_day >= date '2028-01-01'").update();
            signIn(Role.SECURITY_ADMIN, null);
        }

        @Test
        void aFileReplacesTheYearsItNames() {
            calendar.put(day("2028-05-04", "青年节"));

            CalendarImport outcome =
                    calendar.importFile(
                            """
                            日期,类型,名称,依据,正式
                            2028/01/01,放假,元旦,"通知, 第一号",否
                            2028-01-02,上班,元旦调休,通知
                            """);

            assertThat(outcome).isInstanceOf(CalendarImport.Imported.class);
            assertThat(calendar.year(2028))
                    .extracting(SpecialDay::kind)
                    .containsExactly(DayKind.HOLIDAY, DayKind.WORKDAY);
            assertThat(calendar.year(2028).getFirst().source()).isEqualTo("通知, 第一号");
            assertThat(calendar.year(2028).getFirst().official()).isFalse();
            assertThat(calendar.notice(2028)).isEmpty();
            assertThat(rows("audit_entry")).isEqualTo(2);
        }

        @Test
        void everyBadRowIsNamedWithColumnAndRemedyAndNothingIsStored() {
            CalendarImport outcome =
                    calendar.importFile(
                            """
                            day,kind,name,source
                            2028-02-30,HOLIDAY,春节,
                            2028-02-01,OFF,,
                            2028-03-01,HOLIDAY,节,
                            2028-03-01,HOLIDAY,节,
                            """);

            assertThat(outcome).isInstanceOf(CalendarImport.Refused.class);
            var violations = ((CalendarImport.Refused) outcome).violations();
            assertThat(violations)
                    .extracting(SpecViolation::field)
                    .containsExactly("rows[2].day", "rows[3].kind", "rows[3].name", "rows[5].day");
            assertThat(violations.getFirst().zh()).contains("第 2 行").contains("2028-02-30");
            assertThat(calendar.year(2028)).isEmpty();
            assertThat(rows("audit_entry")).isZero();
        }

        @Test
        void jsonIsReadTooAndBrokenOrEmptyFilesAreToldApart() {
            assertThat(
                            calendar.importFile(
                                    "[{\"day\":\"2028-01-01\",\"kind\":\"HOLIDAY\",\"name\":\"元旦\"}]"))
                    .isInstanceOf(CalendarImport.Imported.class);
            assertThat(reason("[{")).isEqualTo("UnreadableFile");
            assertThat(reason("")).isEqualTo("EmptyFile");
        }

        @Test
        void aDayIsEnteredCorrectedAndMadeOrdinaryAgain() {
            assertThat(calendar.put(day("2028-05-04", "青年节"))).isEmpty();
            assertThat(calendar.put(day("2028-05-04", "五四青年节"))).isEmpty();
            assertThat(calendar.year(2028))
                    .singleElement()
                    .extracting(SpecialDay::name)
                    .isEqualTo("五四青年节");

            assertThat(calendar.put(day("2028-05-05", " ")))
                    .extracting(SpecViolation::reason)
                    .containsExactly("InvalidDay");
            assertThat(calendar.remove(LocalDate.of(2028, 5, 4))).isTrue();
            assertThat(calendar.remove(LocalDate.of(2028, 5, 4))).isFalse();
            assertThat(calendar.notice(2028)).isPresent();
        }

        private String reason(String file) {
            CalendarImport outcome = calendar.importFile(file);
            assertThat(outcome).isInstanceOf(CalendarImport.Refused.class);
            return ((CalendarImport.Refused) outcome).violations().getFirst().reason();
        }

        private static SpecialDay day(String day, String name) {
            return new SpecialDay(LocalDate.parse(day), DayKind.HOLIDAY, name, "通知", true);
        }
    }
}
