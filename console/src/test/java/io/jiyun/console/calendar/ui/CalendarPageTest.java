package io.jiyun.console.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.calendar.CalendarService;
import io.jiyun.console.calendar.SpecialDay;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CalendarPageTest extends PageTests {
    @Autowired private CalendarService calendar;

    @Test
    void aYearNobodyEnteredSaysSo() {
        as(Role.BUREAU_CLERK, ConsoleTests.HEALTH);
        open("calendar");
        find(IntegerField.class).single().setValue(2031);
        assertThat(read()).contains("缺少年度安排", "2031 年的节假日安排尚未录入");
        assertThat(find(DayForm.class).exists()).isFalse();
    }

    @Test
    void theSecurityAdministratorEntersADay() {
        as(Role.SECURITY_ADMIN, null);
        open("calendar");
        find(DatePicker.class).single().setValue(LocalDate.of(2032, 5, 4));
        find(TextField.class).withLabel("名称").single().setValue("青年节");
        test(find(Button.class).withText("保存").single()).click();
        assertThat(calendar.year(2032)).extracting(SpecialDay::name).containsExactly("青年节");
        calendar.remove(LocalDate.of(2032, 5, 4));
    }

    @Test
    void aDayWithoutANameIsRefusedInWords() {
        as(Role.SECURITY_ADMIN, null);
        open("calendar");
        find(DatePicker.class).single().setValue(LocalDate.of(2032, 5, 4));
        test(find(Button.class).withText("保存").single()).click();
        assertThat(read()).contains("未能保存", "请填写节假日名称");
    }
}
