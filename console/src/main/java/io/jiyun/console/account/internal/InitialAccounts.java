package io.jiyun.console.account.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first accounts of a new installation, one per role of the province, each with a password of
 * its own. The passwords stand in one file that only the operating system's user may read, and
 * nowhere else; the file is written before the accounts exist, so that no account is ever locked
 * away.
 */
@Component
@Profile("!demo")
class InitialAccounts implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(InitialAccounts.class);
    private static final int PASSWORD_BYTES = 15;
    private static final List<Person> PEOPLE =
            List.of(
                    new Person("cloud-admin", "云管理员", Role.CLOUD_ADMIN, null),
                    new Person("finance", "财务", Role.FINANCE, null),
                    new Person("system-admin", "系统管理员", Role.SYSTEM_ADMIN, null),
                    new Person("security-admin", "安全管理员", Role.SECURITY_ADMIN, null),
                    new Person("audit-admin", "审计管理员", Role.AUDITOR, null));

    private final FirstAccounts accounts;
    private final TransactionTemplate transaction;
    private final ConsoleProperties properties;
    private final SecureRandom random = new SecureRandom();

    InitialAccounts(
            FirstAccounts accounts, TransactionTemplate transaction, ConsoleProperties properties) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!accounts.areMissing()) {
            return;
        }
        List<String> passwords = PEOPLE.stream().map(person -> password()).toList();
        StringBuilder table = new StringBuilder();
        for (int index = 0; index < PEOPLE.size(); index++) {
            Person person = PEOPLE.get(index);
            table.append(
                    "%-16s%-24s%s%n"
                            .formatted(person.username(), passwords.get(index), person.name()));
        }
        Path file = write(table.toString());
        transaction.executeWithoutResult(status -> {
            for (int index = 0; index < PEOPLE.size(); index++) {
                accounts.create(PEOPLE.get(index), passwords.get(index));
            }
        });
        LOG.info("The first accounts were made; their passwords are in {}", file);
    }

    private Path write(String table) throws IOException {
        Files.createDirectories(properties.data());
        Path file = properties.data().resolve("initial-accounts.txt");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, table);
    }

    private String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
