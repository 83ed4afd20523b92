package io.jiyun.console.page;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;

/** An ECharts picture. The option is data only: no text in it is ever run as script. */
@Tag("jiyun-chart")
@JsModule("context://jiyun/chart.js")
public final class Chart extends HtmlContainer implements HasSize {
    private static final long serialVersionUID = 1L;

    /**
     * @param description what the picture shows, for those who cannot see it
     */
    public Chart(String description) {
        getElement().setAttribute("role", "img");
        setDescription(description);
    }

    public void setDescription(String description) {
        getElement().setAttribute("aria-label", description);
    }

    public void show(Map<String, ?> option) {
        getElement().setPropertyMap("option", option);
    }
}
