package io.jiyun.console.audit.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a decision came from: the person's network address and the call it was made in. */
final class Origin {
    private static final String UNKNOWN = "-";

    private Origin() {}

    static String current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getDetails() instanceof WebAuthenticationDetails details
                && details.getRemoteAddress() != null) {
            return details.getRemoteAddress();
        }
        return UNKNOWN;
    }

    /** The id that the log lines of the same call carry. */
    static @Nullable String call() {
        return MDC.get(CallId.KEY);
    }
}
