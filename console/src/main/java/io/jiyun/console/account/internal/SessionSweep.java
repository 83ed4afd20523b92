package io.jiyun.console.account.internal;

import io.jiyun.console.account.Account;
import io.jiyun.console.account.PersonAuthentication;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Ends open sessions of accounts that were shut, or whose password or role changed. Each console
 * looks after its own sessions, so that it holds wherever the account was changed.
 */
@Component
class SessionSweep implements HttpSessionListener {
    private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();
    private final AccountTable accounts;

    SessionSweep(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.values().remove(event.getSession());
    }

    @Scheduled(fixedDelayString = "PT2S")
    void endStale() {
        Map<HttpSession, PersonAuthentication> open = new HashMap<>();
        for (HttpSession session : sessions.values()) {
            PersonAuthentication person = person(session);
            if (person != null) {
                open.put(session, person);
            }
        }
        Map<String, Account> known =
                accounts.named(
                        open.values().stream()
                                .map(PersonAuthentication::getName)
                                .collect(Collectors.toSet()));
        open.forEach((session, person) -> {
            Account account = known.get(person.getName());
            if (account == null || !stillHolds(account, person)) {
                end(session);
            }
        });
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // By its holder, or by its age.
        }
    }

    private static boolean stillHolds(Account account, PersonAuthentication person) {
        return account.mayEnter() && account.sessionVersion() == person.sessionVersion();
    }

    private static @Nullable PersonAuthentication person(HttpSession session) {
        try {
            return session.getAttribute(
                                            HttpSessionSecurityContextRepository
                                                    .SPRING_SECURITY_CONTEXT_KEY)
                                    instanceof SecurityContext context
                            && context.getAuthentication() instanceof PersonAuthentication person
                    ? person
                    : null;
        } catch (IllegalStateException endedMeanwhile) {
            return null;
        }
    }
}
