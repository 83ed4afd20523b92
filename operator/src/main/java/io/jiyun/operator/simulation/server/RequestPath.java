package io.jiyun.operator.simulation.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path of the API taken apart.
 *
 * @param namespace empty where the path names none
 * @param name empty for a collection
 * @param subresource empty for the object itself
 */
record RequestPath(
        String group,
        String version,
        String namespace,
        String plural,
        String name,
        String subresource) {
    private static final Set<String> OF_NAMESPACES = Set.of("status", "finalize");

    /** Empty when the path is none of an object or a collection. */
    static Optional<RequestPath> parse(List<String> segments) {
        boolean core = !segments.isEmpty() && segments.getFirst().equals("api");
        boolean grouped = !segments.isEmpty() && segments.getFirst().equals("apis");
        int start = core ? 2 : 3;
        if (!(core || grouped) || segments.size() <= start) {
            return Optional.empty();
        }
        String group = core ? "" : segments.get(1);
        String version = segments.get(start - 1);
        List<String> rest = segments.subList(start, segments.size());
        String namespace = "";
        boolean insideNamespace =
                rest.size() >= 3
                        && rest.getFirst().equals("namespaces")
                        && !(rest.size() == 3 && OF_NAMESPACES.contains(rest.get(2)));
        if (insideNamespace) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        if (rest.size() > 3) {
            return Optional.empty();
        }
        return Optional.of(
                new RequestPath(
                        group,
                        version,
                        namespace,
                        rest.getFirst(),
                        rest.size() > 1 ? rest.get(1) : "",
                        rest.size() > 2 ? rest.get(2) : ""));
    }
}
