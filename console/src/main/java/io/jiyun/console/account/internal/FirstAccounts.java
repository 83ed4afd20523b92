package io.jiyun.console.account.internal;

import io.jiyun.console.account.Account;
import java.time.Clock;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes an account where there is none of that name. */
@Component
class FirstAccounts {
    private final AccountTable accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    FirstAccounts(AccountTable accounts, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean areMissing() {
        return accounts.count("") == 0;
    }

    void create(Person person, String password) {
        if (accounts.find(person.username()).isPresent()) {
            return;
        }
        accounts.insert(
                Account.granted(
                        person.username(),
                        person.name(),
                        person.role(),
                        person.bureau(),
                        clock.instant()),
                String.valueOf(encoder.encode(password)));
    }
}
