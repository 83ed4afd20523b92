package io.jiyun.console.account.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.account.AccountOutcome;
import io.jiyun.console.account.AccountOutcome.Done;
import io.jiyun.console.account.AccountOutcome.Refused;
import io.jiyun.console.account.Preferences;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.language.Sentences;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Changes of accounts, each with its audit entry in the caller's transaction. */
@Component
public class AccountChanges {
    private final AccountTable accounts;
    private final CredentialTable credentials;
    private final DraftCheck drafts;
    private final PasswordEncoder encoder;
    private final OneTimePasswords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountChanges(
            AccountTable accounts,
            CredentialTable credentials,
            DraftCheck drafts,
            PasswordEncoder encoder,
            OneTimePasswords passwords,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.drafts = drafts;
        this.encoder = encoder;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    public AccountOutcome create(Actor actor, AccountDraft draft) {
        List<SpecViolation> violations = drafts.checkNew(draft);
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        String password = passwords.next();
        accounts.insert(
                new Account(
                        draft.username(),
                        draft.displayName().strip(),
                        draft.role(),
                        draft.bureauCode(),
                        draft.email(),
                        Preferences.DEFAULT,
                        true,
                        false,
                        false,
                        false,
                        null,
                        clock.instant(),
                        0),
                String.valueOf(encoder.encode(password)));
        credentials.demandNewPassword(draft.username());
        record(actor, AuditAction.ACCOUNT_CREATE, draft.username(), null, describe(draft));
        return new Done(password);
    }

    public AccountOutcome describe(Actor actor, AccountDraft draft) {
        List<SpecViolation> violations = drafts.check(draft);
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        return change(
                actor,
                draft.username(),
                before -> {
                    accounts.describe(draft);
                    record(
                            actor,
                            AuditAction.ACCOUNT_DESCRIBE,
                            draft.username(),
                            describe(before),
                            describe(draft));
                    return new Done(null);
                });
    }

    public AccountOutcome enable(Actor actor, String username, boolean enabled) {
        return change(
                actor,
                username,
                before -> {
                    if (!enabled && accounts.isLastOf(before.role(), username)) {
                        return refused("account.last", username);
                    }
                    accounts.enable(username, enabled);
                    if (!enabled) {
                        credentials.endSessions(username);
                    }
                    record(
                            actor,
                            enabled ? AuditAction.ACCOUNT_ENABLE : AuditAction.ACCOUNT_DISABLE,
                            username,
                            null,
                            null);
                    return new Done(null);
                });
    }

    public AccountOutcome unlock(Actor actor, String username) {
        return change(
                actor,
                username,
                before -> {
                    accounts.recordLogin(username, 0, null);
                    record(actor, AuditAction.ACCOUNT_UNLOCK, username, null, null);
                    return new Done(null);
                });
    }

    public AccountOutcome resetPassword(Actor actor, String username) {
        return change(
                actor,
                username,
                before -> {
                    if (before.external()) {
                        return refused("account.external", username);
                    }
                    String password = passwords.next();
                    credentials.storePassword(
                            username, String.valueOf(encoder.encode(password)), clock.instant());
                    credentials.demandNewPassword(username);
                    credentials.endSessions(username);
                    accounts.recordLogin(username, 0, null);
                    record(actor, AuditAction.ACCOUNT_RESET_PASSWORD, username, null, null);
                    return new Done(password);
                });
    }

    public AccountOutcome resetSecondFactor(Actor actor, String username) {
        return change(
                actor,
                username,
                before -> {
                    credentials.storeFactor(username, null, false);
                    credentials.endSessions(username);
                    record(actor, AuditAction.ACCOUNT_RESET_SECOND_FACTOR, username, null, null);
                    return new Done(null);
                });
    }

    public AccountOutcome grantRole(Actor actor, String username, Role role) {
        return change(
                actor,
                username,
                before -> {
                    if (before.role() != role
                            && before.roleGranted()
                            && accounts.isLastOf(before.role(), username)) {
                        return refused("account.last", username);
                    }
                    if (role.ofBureau() != (before.bureauCode() != null)) {
                        return refused(
                                role.ofBureau() ? "account.bureau.needed" : "account.bureau.none",
                                username);
                    }
                    accounts.grantRole(username, role);
                    credentials.endSessions(username);
                    record(
                            actor,
                            AuditAction.ACCOUNT_GRANT_ROLE,
                            username,
                            before.roleGranted() ? before.role().name() : null,
                            role.name());
                    return new Done(null);
                });
    }

    /** Nobody changes the own account, so that every power is given by somebody else. */
    private AccountOutcome change(
            Actor actor, String username, Function<Account, AccountOutcome> work) {
        if (actor.username().equals(username)) {
            return refused("account.own", username);
        }
        Optional<Account> before = accounts.findForUpdate(username);
        return before.isEmpty() ? refused("account.unknown", username) : work.apply(before.get());
    }

    private void record(
            Actor actor,
            AuditAction action,
            String username,
            @Nullable String before,
            @Nullable String after) {
        audit.append(actor, action, "account/" + username, before, after);
    }

    private static AccountOutcome refused(String key, String username) {
        return new Refused(
                List.of(Sentences.violation("AccountRefused", "username", key, username)));
    }

    private static String describe(AccountDraft draft) {
        return "%s %s %s %s"
                .formatted(draft.displayName(), draft.role(), draft.bureauCode(), draft.email());
    }

    private static String describe(Account account) {
        return "%s %s %s %s"
                .formatted(
                        account.displayName(),
                        account.role(),
                        account.bureauCode(),
                        account.email());
    }
}
