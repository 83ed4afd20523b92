package io.jiyun.console.calendar.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.calendar.DayKind;
import io.jiyun.console.calendar.SpecialDay;
import io.jiyun.console.language.Sentences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A calendar in a file: CSV with the columns day, kind, name, source and, if wanted, official; or a
 * JSON list of objects with the same names. Every row that is wrong is named.
 */
public final class CalendarFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_ROWS = 2000;
    private static final Map<String, DayKind> KINDS =
            Map.of(
                    "holiday", DayKind.HOLIDAY,
                    "放假", DayKind.HOLIDAY,
                    "休", DayKind.HOLIDAY,
                    "workday", DayKind.WORKDAY,
                    "上班", DayKind.WORKDAY,
                    "班", DayKind.WORKDAY);
    private static final Set<String> UNOFFICIAL = Set.of("false", "否", "0");

    private final List<SpecialDay> days = new ArrayList<>();
    private final List<SpecViolation> violations = new ArrayList<>();
    private final Set<LocalDate> seen = new HashSet<>();

    private CalendarFile() {}

    public List<SpecialDay> days() {
        return days;
    }

    public List<SpecViolation> violations() {
        return violations;
    }

    public static CalendarFile read(String text) {
        CalendarFile file = new CalendarFile();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.stripLeading().startsWith("[")) {
            file.json(content);
        } else {
            file.csv(content);
        }
        if (file.days.isEmpty() && file.violations.isEmpty()) {
            file.violations.add(Sentences.violation("EmptyFile", "file", "calendar.empty-file"));
        }
        return file;
    }

    private void json(String content) {
        try {
            int row = 0;
            for (JsonNode node : JSON.readTree(content)) {
                row++;
                List<String> cells = new ArrayList<>();
                for (String column : List.of("day", "kind", "name", "source", "official")) {
                    cells.add(node.path(column).asString(""));
                }
                add(row, cells);
            }
        } catch (JacksonException e) {
            violations.add(Sentences.violation("UnreadableFile", "file", "calendar.unreadable"));
        }
    }

    private void csv(String content) {
        List<String> lines = content.lines().toList();
        if (lines.size() > MOST_ROWS) {
            violations.add(
                    Sentences.violation("TooManyRows", "file", "calendar.too-many", MOST_ROWS));
            return;
        }
        for (int index = 0; index < lines.size(); index++) {
            List<String> cells = cells(lines.get(index));
            boolean heading =
                    index == 0
                            && (cells.getFirst().equalsIgnoreCase("day")
                                    || cells.getFirst().equals("日期"));
            if (!heading && !lines.get(index).isBlank()) {
                add(index + 1, cells);
            }
        }
    }

    private void add(int row, List<String> cells) {
        LocalDate day = day(cells.getFirst());
        DayKind kind = KINDS.get(cell(cells, 1).toLowerCase(Locale.ROOT));
        int before = violations.size();
        if (day == null) {
            wrong(row, "day", "calendar.bad-date", cells.getFirst());
        } else if (!seen.add(day)) {
            wrong(row, "day", "calendar.repeated", cells.getFirst());
        }
        if (kind == null) {
            wrong(row, "kind", "calendar.bad-kind", cell(cells, 1));
        }
        if (cell(cells, 2).isBlank() || cell(cells, 2).length() > 64) {
            wrong(row, "name", "calendar.bad-name", cell(cells, 2));
        }
        if (cell(cells, 3).length() > 256) {
            wrong(row, "source", "calendar.bad-source", cell(cells, 3).substring(0, 20));
        }
        if (violations.size() == before && day != null && kind != null) {
            boolean official = !UNOFFICIAL.contains(cell(cells, 4).toLowerCase(Locale.ROOT));
            days.add(new SpecialDay(day, kind, cell(cells, 2), cell(cells, 3), official));
        }
    }

    private void wrong(int row, String column, String key, String value) {
        violations.add(
                Sentences.violation(
                        "BadRow", "rows[" + row + "]." + column, key, String.valueOf(row), value));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static String cell(List<String> cells, int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Cells of one line; a cell in quotation marks may hold commas, two marks stand for one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char at = line.charAt(index);
            if (at == '"') {
                boolean doubled =
                        quoted && index + 1 < line.length() && line.charAt(index + 1) == '"';
                if (doubled) {
                    cell.append(at);
                    index++;
                } else {
                    quoted = !quoted;
                }
            } else if (at == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(at);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
