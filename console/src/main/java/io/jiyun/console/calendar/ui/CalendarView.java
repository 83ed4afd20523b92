package io.jiyun.console.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.calendar.CalendarImport;
import io.jiyun.console.calendar.CalendarService;
import io.jiyun.console.calendar.DayKind;
import io.jiyun.console.calendar.SpecialDay;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.page.UploadWords;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.TextStyle;
import java.util.List;

/** Days that are not what their weekday says, year by year. */
@Route(value = "calendar", layout = MainLayout.class)
@RolesAllowed({
    "CLOUD_ADMIN",
    "BUREAU_CLERK",
    "BUREAU_HEAD",
    "FINANCE",
    "SYSTEM_ADMIN",
    "SECURITY_ADMIN",
    "AUDITOR"
})
class CalendarView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient CalendarService calendar;
    private final boolean mayChange;
    private final IntegerField year = new IntegerField();
    private final Div notice = new Div();
    private final Div outcome = new Div();
    private final Grid<SpecialDay> grid = new Grid<>();

    CalendarView(CalendarService calendar, CurrentActor current, Clock clock) {
        this.calendar = calendar;
        mayChange = current.require().role() == Role.SECURITY_ADMIN;
        addClassNames("page", "fills");
        setId("content");
        year.setLabel(getTranslation("calendar.year"));
        year.setStepButtonsVisible(true);
        year.addClassName("chooser");
        year.setMin(2000);
        year.setMax(2100);
        year.setValue(WorkingDays.today(clock).getYear());
        year.addValueChangeListener(change -> show());
        columns();
        add(
                new PageHeader(
                        getTranslation("calendar.title"), getTranslation("calendar.answers")),
                year,
                notice,
                outcome);
        if (mayChange) {
            DayForm form = new DayForm(day -> tell(calendar.put(day)));
            add(form, importing());
        }
        add(grid);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.title") + " · 集云 Jiyun";
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.addClassName("rows-36");
        grid.setEmptyStateText(getTranslation("calendar.empty"));
        grid.addColumn(day ->
                        day.day()
                                + " "
                                + day.day()
                                        .getDayOfWeek()
                                        .getDisplayName(TextStyle.SHORT, getLocale()))
                .setHeader(getTranslation("calendar.day"))
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addComponentColumn(
                        day -> {
                            String words = getTranslation("calendar.kind." + day.kind());
                            Status status =
                                    day.kind() == DayKind.HOLIDAY ? Status.GOOD : Status.WATCH;
                            return status.badge(words, words);
                        })
                .setHeader(getTranslation("calendar.kind"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(SpecialDay::name).setHeader(getTranslation("calendar.name"));
        grid.addColumn(day ->
                        (day.official() ? "" : getTranslation("calendar.suggested") + " ")
                                + day.source())
                .setHeader(getTranslation("calendar.source"))
                .setFlexGrow(2);
        if (mayChange) {
            grid.addComponentColumn(
                            day -> {
                                Button remove =
                                        new Button(
                                                VaadinIcon.TRASH.create(),
                                                click -> {
                                                    calendar.remove(day.day());
                                                    show();
                                                });
                                remove.addThemeVariants(
                                        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                                remove.setAriaLabel(
                                        getTranslation("calendar.remove", day.day().toString()));
                                return remove;
                            })
                    .setWidth("70px")
                    .setFlexGrow(0);
        }
    }

    private Section importing() {
        Upload upload =
                new Upload(
                        UploadHandler.inMemory((metadata, content) ->
                                take(
                                        calendar.importFile(
                                                new String(content, StandardCharsets.UTF_8)))));
        upload.setMaxFiles(1);
        UploadWords.putOn(upload, this);
        Section section =
                new Section(
                        new H3(getTranslation("calendar.import")),
                        new Paragraph(getTranslation("calendar.import.help")),
                        upload);
        section.addClassName("card");
        return section;
    }

    private void take(CalendarImport result) {
        switch (result) {
            case CalendarImport.Imported(var years, int days) -> {
                year.setValue(years.first());
                tell(List.of());
                outcome.add(
                        Notice.of(
                                Status.GOOD,
                                getTranslation("calendar.imported", years.toString(), days)));
            }
            case CalendarImport.Refused(var violations) -> tell(violations);
        }
    }

    private void tell(List<SpecViolation> violations) {
        outcome.removeAll();
        if (!violations.isEmpty()) {
            outcome.add(
                    Notice.of(
                            Status.BAD,
                            getTranslation("calendar.refused"),
                            Sentences.of(violations, getLocale())));
        }
        show();
    }

    private void show() {
        Integer shown = year.getValue();
        if (shown == null) {
            return;
        }
        notice.removeAll();
        calendar.notice(shown)
                .ifPresent(words ->
                        notice.add(
                                Notice.of(
                                        Status.WATCH,
                                        getTranslation("calendar.unknown"),
                                        Sentences.of(words, getLocale()))));
        grid.setItems(calendar.year(shown));
    }
}
