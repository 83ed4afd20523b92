package io.jiyun.console.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleApplication;
import io.jiyun.console.account.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = ConsoleApplication.class,
        properties = {"jiyun.dispatch=false", "logging.level.root=warn"})
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class InitialAccountsTest {
    @TempDir static Path data;

    @Autowired private InitialAccounts initial;
    @Autowired private Tokens tokens;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("jiyun.data", () -> data.toString());
    }

    @Test
    void aNewInstallationHasOneAccountPerRoleWithAPasswordOfItsOwn() throws IOException {
        List<String[]> accounts = accounts();
        assertThat(accounts).hasSize(5);
        Set<String> passwords = accounts.stream().map(each -> each[1]).collect(Collectors.toSet());
        assertThat(passwords).hasSize(5).allSatisfy(each -> assertThat(each).hasSize(20));
        for (String[] account : accounts) {
            assertThat(tokens.issue(account[0], account[1], null).token()).isNotBlank();
        }
    }

    @Test
    void onlyTheOwnerMayReadThePasswords() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondStartLeavesAccountsAndPasswordsAlone() throws IOException {
        String before = Files.readString(file());
        initial.run(new DefaultApplicationArguments());
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    private static List<String[]> accounts() throws IOException {
        return Files.readAllLines(file()).stream().map(line -> line.split("\\s+", 3)).toList();
    }

    private static Path file() {
        return data.resolve("initial-accounts.txt");
    }
}
