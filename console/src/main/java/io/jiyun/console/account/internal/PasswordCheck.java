package io.jiyun.console.account.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.PasswordPolicy;
import io.jiyun.console.account.PersonAuthentication;
import io.jiyun.console.account.SignIn;
import io.jiyun.console.account.SignInRefused;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks passwords and codes. Five wrong ones in a row lock the account for half an hour; while it
 * is locked the right password is refused as well, so that guessing gains nothing.
 */
@Component
class PasswordCheck implements SignIn {
    static final int FAILURES_BEFORE_LOCK = 5;
    static final Duration LOCK = Duration.ofMinutes(30);

    private final CredentialTable credentials;
    private final SecondFactor factor;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    /** Checked for unknown names, so that the answer takes as long as for a known one. */
    private final String hashOfNobody;

    PasswordCheck(
            CredentialTable credentials,
            SecondFactor factor,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.credentials = credentials;
        this.factor = factor;
        this.encoder = encoder;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(encoder.encode("nobody has this password"));
    }

    /** Returned, not thrown, inside a transaction, for a failure is to be counted. */
    private sealed interface Outcome<T> {
        record Passed<T>(T result) implements Outcome<T> {}

        record Failed<T>(AuthenticationException why) implements Outcome<T> {}
    }

    @Override
    public PersonAuthentication check(String username, String password, @Nullable String code) {
        Guess guess = guess(username, password);
        return inTransaction(() -> proven(username, guess, code, this::entered));
    }

    @Override
    public PersonAuthentication complete(String username, String code) {
        return inTransaction(() ->
                credentials
                        .findForUpdate(username)
                        .map(found ->
                                isLocked(found)
                                        ? new Outcome.Failed<PersonAuthentication>(locked())
                                        : withCode(found, code, this::entered))
                        .orElseGet(() -> new Outcome.Failed<>(wrong())));
    }

    @Override
    public List<SpecViolation> changePassword(
            String username, String password, @Nullable String code, String replacement) {
        Guess guess = guess(username, password);
        return inTransaction(
                () -> proven(username, guess, code, found -> replaced(found, replacement)));
    }

    private <T> T inTransaction(java.util.function.Supplier<Outcome<T>> work) {
        return switch (transaction.execute(status -> work.get())) {
            case Outcome.Passed<T>(T result) -> result;
            case Outcome.Failed<T>(AuthenticationException why) -> throw why;
        };
    }

    /**
     * A password and the hash it was held against. That is slow on purpose, so it is done before
     * the account is locked and a connection taken: many may sign in at once.
     */
    private record Guess(String password, String hash, boolean right) {}

    private Guess guess(String username, String password) {
        String hash =
                credentials.find(username).map(Credentials::passwordHash).orElse(hashOfNobody);
        return new Guess(password, hash, encoder.matches(password, hash));
    }

    private boolean isRight(Guess guess, Credentials found) {
        return guess.hash().equals(found.passwordHash())
                ? guess.right()
                : encoder.matches(guess.password(), found.passwordHash());
    }

    private <T> Outcome<T> proven(
            String username,
            Guess guess,
            @Nullable String code,
            Function<Credentials, Outcome<T>> then) {
        Optional<Credentials> known = credentials.findForUpdate(username);
        if (known.isEmpty()) {
            return new Outcome.Failed<>(wrong());
        }
        Credentials found = known.get();
        if (isLocked(found)) {
            return new Outcome.Failed<>(locked());
        }
        if (!isRight(guess, found) || found.account().external()) {
            return new Outcome.Failed<>(counted(found));
        }
        if (!found.account().enabled()) {
            return new Outcome.Failed<>(new DisabledException("the account is disabled"));
        }
        if (!found.account().secondFactor()) {
            return then.apply(found);
        }
        return code == null
                ? new Outcome.Failed<>(new SignInRefused(SignInRefused.Why.CODE))
                : withCode(found, code, then);
    }

    private <T> Outcome<T> withCode(
            Credentials found, String code, Function<Credentials, Outcome<T>> then) {
        return factor.accepts(found, code)
                ? then.apply(found)
                : new Outcome.Failed<>(counted(found));
    }

    private Outcome<PersonAuthentication> entered(Credentials found) {
        Account account = found.account();
        if (!account.roleGranted()) {
            return new Outcome.Failed<>(new SignInRefused(SignInRefused.Why.UNGRANTED));
        }
        Instant changed = found.passwordChangedAt();
        if (changed == null || changed.plus(PasswordPolicy.VALIDITY).isBefore(clock.instant())) {
            return new Outcome.Failed<>(new SignInRefused(SignInRefused.Why.EXPIRED));
        }
        credentials.recordLogin(account.username(), 0, null);
        return new Outcome.Passed<>(PersonAuthentication.of(account));
    }

    private Outcome<List<SpecViolation>> replaced(Credentials found, String replacement) {
        Account account = found.account();
        String username = account.username();
        List<SpecViolation> violations =
                new ArrayList<>(PasswordPolicy.check(username, replacement));
        if (credentials.remembered(username).stream()
                .anyMatch(hash -> encoder.matches(replacement, hash))) {
            violations.add(PasswordPolicy.repeated());
        }
        if (violations.isEmpty()) {
            credentials.storePassword(
                    username, String.valueOf(encoder.encode(replacement)), clock.instant());
            credentials.endSessions(username);
            credentials.recordLogin(username, 0, null);
            audit.append(
                    account.actor(),
                    AuditAction.ACCOUNT_CHANGE_PASSWORD,
                    "account/" + username,
                    null,
                    null);
        }
        return new Outcome.Passed<>(violations);
    }

    private AuthenticationException counted(Credentials found) {
        int failures = found.failedLogins() + 1;
        boolean lock = failures >= FAILURES_BEFORE_LOCK;
        credentials.recordLogin(
                found.account().username(),
                lock ? 0 : failures,
                lock ? clock.instant().plus(LOCK) : null);
        return lock ? locked() : wrong();
    }

    private boolean isLocked(Credentials found) {
        Instant until = found.account().lockedUntil();
        return until != null && clock.instant().isBefore(until);
    }

    private static AuthenticationException locked() {
        return new LockedException("the account is locked");
    }

    private static AuthenticationException wrong() {
        return new BadCredentialsException("wrong name, password or code");
    }
}
