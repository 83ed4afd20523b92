package io.jiyun.console.account.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts for a first look at the product; never made outside the profile {@code demo}. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {
    static final String PASSWORD = "Jiyun-2026";
    private static final String HEALTH = "11530000MB0X01";

    private final FirstAccounts accounts;
    private final TransactionTemplate transaction;
    private final ConsoleProperties properties;

    DemoAccounts(
            FirstAccounts accounts, TransactionTemplate transaction, ConsoleProperties properties) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.properties = properties;
    }

    private static final List<Person> PEOPLE =
            List.of(
                    new Person("cloud-admin", "云管理员", Role.CLOUD_ADMIN, null),
                    new Person("health-clerk", "使用单位经办人（卫健委）", Role.BUREAU_CLERK, HEALTH),
                    new Person("health-head", "使用单位负责人（卫健委）", Role.BUREAU_HEAD, HEALTH),
                    new Person("cloud-reviewer", "云管理员（审核）", Role.CLOUD_ADMIN, null),
                    new Person("finance", "财务", Role.FINANCE, null),
                    new Person("system-admin", "系统管理员", Role.SYSTEM_ADMIN, null),
                    new Person("security-admin", "安全管理员", Role.SECURITY_ADMIN, null),
                    new Person("audit-admin", "审计管理员", Role.AUDITOR, null));

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        transaction.executeWithoutResult(
                status -> PEOPLE.forEach(person -> accounts.create(person, PASSWORD)));
        Files.createDirectories(properties.data());
        Path file = properties.data().resolve("demo-accounts.txt");
        StringBuilder table = new StringBuilder();
        for (Person person : PEOPLE) {
            table.append("%-16s%-12s%s%n".formatted(person.username(), PASSWORD, person.name()));
        }
        Files.writeString(file, table);
    }
}
