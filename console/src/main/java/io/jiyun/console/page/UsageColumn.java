package io.jiyun.console.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of usage bars in a short list: what is used of one resource, and of how much. */
public record UsageColumn<T>(
        Function<T, @Nullable Resources> used, Function<T, @Nullable Resources> quota) {

    public void addTo(Grid<T> grid, String header, ResourceName resource) {
        grid.addColumn(
                        new ComponentRenderer<>(row -> {
                            UsageBar bar =
                                    UsageBar.of(
                                            header,
                                            resource,
                                            used.apply(row),
                                            quota.apply(row),
                                            UI.getCurrent().getLocale());
                            bar.addClassName("in-grid");
                            return bar;
                        }))
                .setHeader(header)
                .setWidth("160px")
                .setFlexGrow(1);
    }
}
