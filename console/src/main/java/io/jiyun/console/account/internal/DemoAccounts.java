package io.jiyun.console.account.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts for a first look at the product; never made outside the profile {@code demo}. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {
    static final String PASSWORD = "Jiyun-2026";
    private static final String HEALTH = "11530000MB0X01";

    private final AccountTable accounts;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final ConsoleProperties properties;
    private final Clock clock;

    DemoAccounts(
            AccountTable accounts,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            ConsoleProperties properties,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    private record Person(String username, String name, Role role, @Nullable String bureau) {}

    private static final List<Person> PEOPLE =
            List.of(
                    new Person("cloud-admin", "云管理员", Role.CLOUD_ADMIN, null),
                    new Person("health-clerk", "使用单位经办人（卫健委）", Role.BUREAU_CLERK, HEALTH),
                    new Person("health-head", "使用单位负责人（卫健委）", Role.BUREAU_HEAD, HEALTH),
                    new Person("finance", "财务", Role.FINANCE, null),
                    new Person("system-admin", "系统管理员", Role.SYSTEM_ADMIN, null),
                    new Person("security-admin", "安全管理员", Role.SECURITY_ADMIN, null),
                    new Person("audit-admin", "审计管理员", Role.AUDITOR, null));

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        transaction.executeWithoutResult(status -> PEOPLE.forEach(this::create));
        Files.createDirectories(properties.data());
        Path file = properties.data().resolve("demo-accounts.txt");
        StringBuilder table = new StringBuilder();
        for (Person person : PEOPLE) {
            table.append("%-16s%-12s%s%n".formatted(person.username(), PASSWORD, person.name()));
        }
        Files.writeString(file, table);
    }

    private void create(Person person) {
        if (accounts.find(person.username()).isPresent()) {
            return;
        }
        accounts.insert(
                new Account(
                        person.username(),
                        person.name(),
                        person.role(),
                        person.bureau(),
                        Preferences.DEFAULT,
                        true,
                        null,
                        clock.instant()),
                String.valueOf(encoder.encode(PASSWORD)));
    }
}
