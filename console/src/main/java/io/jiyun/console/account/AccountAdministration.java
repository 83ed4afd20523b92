package io.jiyun.console.account;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.internal.AccountChanges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts are made and shut by the system administrator; what a person may do is granted by the
 * security administrator; neither does the other's part, and nobody changes the own account.
 */
@Service
public class AccountAdministration {
    private final AccountChanges changes;
    private final CurrentActor current;

    AccountAdministration(AccountChanges changes, CurrentActor current) {
        this.changes = changes;
        this.current = current;
    }

    /** Makes an account; it can be used once its role is granted. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public AccountOutcome create(AccountDraft draft) {
        return changes.create(current.require(), draft);
    }

    /** Changes name and address; the role stays as it is. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public AccountOutcome describe(AccountDraft draft) {
        return changes.describe(current.require(), draft);
    }

    /** Shuts an account: sessions and tokens end within seconds. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public AccountOutcome disable(String username) {
        return changes.enable(current.require(), username, false);
    }

    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public AccountOutcome enable(String username) {
        return changes.enable(current.require(), username, true);
    }

    /** Lets a person try again who guessed wrong too often. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public AccountOutcome unlock(String username) {
        return changes.unlock(current.require(), username);
    }

    /** Makes a new password, shown once and to be changed at the first sign-in. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public AccountOutcome resetPassword(String username) {
        return changes.resetPassword(current.require(), username);
    }

    /** Takes the second factor away from somebody who lost it. */
    @AllowedTo(Role.SECURITY_ADMIN)
    @Transactional
    public AccountOutcome resetSecondFactor(String username) {
        return changes.resetSecondFactor(current.require(), username);
    }

    /** Grants a role in place of the one asked for or held before; sessions end. */
    @AllowedTo(Role.SECURITY_ADMIN)
    @Transactional
    public AccountOutcome grantRole(String username, Role role) {
        return changes.grantRole(current.require(), username, role);
    }
}
