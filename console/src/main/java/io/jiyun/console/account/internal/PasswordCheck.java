package io.jiyun.console.account.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.internal.AccountTable.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a password. Five wrong ones in a row lock the account for half an hour; while it is locked
 * the right password is refused as well, so that guessing gains nothing.
 */
@Component
public class PasswordCheck implements AuthenticationProvider {
    static final int FAILURES_BEFORE_LOCK = 5;
    static final Duration LOCK = Duration.ofMinutes(30);

    private final AccountTable accounts;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Checked for unknown names, so that the answer takes as long as for a known one. */
    private final String hashOfNobody;

    PasswordCheck(
            AccountTable accounts,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(encoder.encode("nobody has this password"));
    }

    private sealed interface Outcome {
        record Passed(Account account) implements Outcome {}

        record Failed(AuthenticationException why) implements Outcome {}
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        Object password = attempt.getCredentials();
        Outcome outcome =
                transaction.execute(
                        status -> check(username, password == null ? "" : password.toString()));
        return switch (outcome) {
            case Outcome.Passed(Account account) -> {
                UsernamePasswordAuthenticationToken person = signedIn(account);
                person.setDetails(attempt.getDetails());
                yield person;
            }
            case Outcome.Failed(AuthenticationException why) -> throw why;
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** The authentication of a person whose password or token was good. */
    static UsernamePasswordAuthenticationToken signedIn(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new Actor(
                        account.username(),
                        account.displayName(),
                        account.role(),
                        account.bureauCode()),
                null,
                List.of(new SimpleGrantedAuthority(account.role().authority())));
    }

    private Outcome check(String username, String password) {
        Optional<Credentials> found = accounts.credentialsForUpdate(username);
        if (found.isEmpty()) {
            encoder.matches(password, hashOfNobody);
            return new Outcome.Failed(new BadCredentialsException("wrong name or password"));
        }
        Credentials credentials = found.get();
        Instant now = clock.instant();
        boolean right = encoder.matches(password, credentials.passwordHash());
        if (isLocked(credentials.lockedUntil(), now)) {
            return new Outcome.Failed(new LockedException("the account is locked"));
        }
        if (!right) {
            int failures = credentials.failedLogins() + 1;
            boolean lock = failures >= FAILURES_BEFORE_LOCK;
            accounts.recordLogin(username, lock ? 0 : failures, lock ? now.plus(LOCK) : null);
            return new Outcome.Failed(
                    lock
                            ? new LockedException("the account is locked")
                            : new BadCredentialsException("wrong name or password"));
        }
        if (!credentials.account().enabled()) {
            return new Outcome.Failed(new DisabledException("the account is disabled"));
        }
        accounts.recordLogin(username, 0, null);
        return new Outcome.Passed(credentials.account());
    }

    private static boolean isLocked(@Nullable Instant until, Instant now) {
        return until != null && now.isBefore(until);
    }
}
