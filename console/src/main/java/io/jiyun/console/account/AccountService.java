package io.jiyun.console.account;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.AnySignedIn;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.internal.AccountTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people. */
@Service
public class AccountService {
    private final AccountTable accounts;
    private final CurrentActor current;

    AccountService(AccountTable accounts, CurrentActor current) {
        this.accounts = accounts;
        this.current = current;
    }

    @AllowedTo({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    @Transactional(readOnly = true)
    public List<Account> page(String text, int offset, int limit) {
        return accounts.page(text, offset, limit);
    }

    @AllowedTo({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    @Transactional(readOnly = true)
    public long count(String text) {
        return accounts.count(text);
    }

    @AllowedTo({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    @Transactional(readOnly = true)
    public Optional<Account> find(String username) {
        return accounts.find(username);
    }

    @AnySignedIn
    @Transactional(readOnly = true)
    public Preferences preferences() {
        return accounts.find(current.require().username())
                .map(Account::preferences)
                .orElse(Preferences.DEFAULT);
    }

    @AnySignedIn
    @Transactional
    public void rememberLocale(Locale locale) {
        accounts.rememberLocale(current.require().username(), locale);
    }

    @AnySignedIn
    @Transactional
    public void rememberTheme(Theme theme) {
        accounts.rememberTheme(current.require().username(), theme);
    }
}
