package io.jiyun.console.quota.ui;

import com.vaadin.flow.router.QueryParameters;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.SyncState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list as it stands in the page's address, so that a view can be sent to others.
 */
final class QuotaQuery {

    /**
     * Reads what it understands; what it does not is left out, as addresses are typed by people
     * too.
     */
    static QuotaFilter read(QueryParameters parameters) {
        return new QuotaFilter(
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("cloud").orElse(null),
                parameters.getSingleParameter("pool").orElse(null),
                constant(SyncState.values(), parameters.getSingleParameter("state")),
                constant(Pressure.values(), parameters.getSingleParameter("pressure")),
                parameters.getSingleParameter("condition").orElse(null));
    }

    static QueryParameters write(QuotaFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", filter.text().isBlank() ? null : filter.text());
        put(parameters, "cloud", filter.cloud());
        put(parameters, "pool", filter.pool());
        put(parameters, "state", filter.state() == null ? null : filter.state().name());
        put(parameters, "pressure", filter.pressure() == null ? null : filter.pressure().name());
        put(parameters, "condition", filter.condition());
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, Optional<String> name) {
        return Arrays.stream(values)
                .filter(value -> name.filter(value.name()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    private QuotaQuery() {}
}
