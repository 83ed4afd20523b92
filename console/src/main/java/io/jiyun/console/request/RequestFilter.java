package io.jiyun.console.request;

import io.jiyun.console.workflow.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list; null and empty do not narrow.
 *
 * @param text part of the number, the quota's name, the bureau's name or the reason
 */
public record RequestFilter(
        String text,
        @Nullable RequestState state,
        @Nullable RequestType type,
        @Nullable String bureau) {
    public static final RequestFilter ALL = new RequestFilter("", null, null, null);
}
