package io.jiyun.console.request.ui;

import com.vaadin.flow.router.QueryParameters;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.workflow.RequestType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filters of a list in its address; what cannot be read narrows nothing. */
final class RequestQuery {
    private RequestQuery() {}

    static RequestFilter read(QueryParameters query) {
        return new RequestFilter(
                query.getSingleParameter("q").orElse(""),
                one(RequestState.values(), query.getSingleParameter("state").orElse("")),
                one(RequestType.values(), query.getSingleParameter("type").orElse("")),
                query.getSingleParameter("bureau").filter(code -> !code.isBlank()).orElse(null));
    }

    static QueryParameters write(RequestFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", filter.text());
        put(parameters, "state", filter.state());
        put(parameters, "type", filter.type());
        put(parameters, "bureau", filter.bureau());
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value.toString());
        }
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
