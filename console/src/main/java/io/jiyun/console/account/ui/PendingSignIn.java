package io.jiyun.console.account.ui;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and who still owes the code. Kept in the session, so that the
 * password need not be.
 */
record PendingSignIn(String username, Instant since) implements Serializable {
    private static final String KEY = PendingSignIn.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static void keep(HttpSession session, String username, Instant now) {
        session.setAttribute(KEY, new PendingSignIn(username, now));
    }

    static Optional<PendingSignIn> of(HttpSession session, Instant now) {
        return session.getAttribute(KEY) instanceof PendingSignIn pending
                        && now.isBefore(pending.since().plus(PATIENCE))
                ? Optional.of(pending)
                : Optional.empty();
    }

    static void drop(HttpSession session) {
        session.removeAttribute(KEY);
    }
}
