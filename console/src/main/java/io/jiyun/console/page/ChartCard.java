package io.jiyun.console.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Map;

/** A picture with its title and, folded away, the same figures as a table. */
public final class ChartCard extends Section {
    private static final long serialVersionUID = 1L;

    private final Chart chart;
    private final Div table = new Div();

    public ChartCard(String title, String height) {
        addClassName("card");
        chart = new Chart(title);
        chart.setHeight(height);
        chart.setWidthFull();
        Details figures = new Details(getTranslation("chart.asTable"), table);
        figures.addClassName("chart-table");
        add(new H2(title), chart, figures);
    }

    public void show(Map<String, ?> option, List<String> columns, List<List<String>> rows) {
        chart.show(option);
        NativeTableRow heads = new NativeTableRow();
        columns.forEach(column -> heads.add(new NativeTableHeaderCell(column)));
        NativeTableBody body = new NativeTableBody();
        for (List<String> row : rows) {
            NativeTableRow line = new NativeTableRow();
            row.forEach(cell -> line.add(new NativeTableCell(cell)));
            body.add(line);
        }
        table.removeAll();
        table.add(new NativeTable(new NativeTableHeader(heads), body));
    }

    /** Says in the picture's place why there is none. */
    public void showInstead(Component explanation) {
        removeAll();
        add(explanation);
    }
}
