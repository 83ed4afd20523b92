package io.jiyun.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.context.SecurityContextHolder;

class SignInTest {
    private static final String PASSWORD = "Jiyun-2026";

    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends SignIn {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends SignIn {}

    /** Passwords, tokens and what is remembered of a person. */
    abstract static class SignIn extends ConsoleTests {
        @Autowired private Tokens tokens;
        @Autowired private AccountService accounts;

        @Test
        void aTokenStandsForItsPersonUntilItExpires() {
            String token = tokens.issue("health-clerk", PASSWORD, null).token();

            assertThat(tokens.authenticate(token))
                    .get()
                    .extracting(person -> person.getPrincipal())
                    .isInstanceOfSatisfying(
                            Actor.class, actor -> assertThat(actor.bureauCode()).isEqualTo(HEALTH));
            assertThat(tokens.authenticate(token + "x")).isEmpty();
            time().letPass(Duration.ofHours(12));
            assertThat(tokens.authenticate(token)).isEmpty();
        }

        @Test
        void noTokenIsKeptInTheDatabase() {
            String token = tokens.issue("finance", PASSWORD, null).token();

            assertThat(jdbc.sql("select token_hash from api_token").query(String.class).list())
                    .isNotEmpty()
                    .noneMatch(token::contains);
        }

        @Test
        void fiveWrongPasswordsLockTheAccountForHalfAnHour() {
            for (int attempt = 1; attempt < 5; attempt++) {
                assertThatThrownBy(() -> tokens.issue("finance", "wrong", null))
                        .isInstanceOf(BadCredentialsException.class);
            }
            assertThatThrownBy(() -> tokens.issue("finance", "wrong", null))
                    .isInstanceOf(LockedException.class);
            assertThatThrownBy(() -> tokens.issue("finance", PASSWORD, null))
                    .as("the right password does not help while it is locked")
                    .isInstanceOf(LockedException.class);

            time().letPass(Duration.ofMinutes(30));
            assertThat(tokens.issue("finance", PASSWORD, null).token()).startsWith("jiyun_");
        }

        @Test
        void anUnknownNameIsAnsweredLikeAWrongPassword() {
            assertThatThrownBy(() -> tokens.issue("nobody", PASSWORD, null))
                    .isInstanceOf(BadCredentialsException.class);
        }

        @Test
        void languageAndThemeAreRemembered() {
            var person = tokens.authenticate(tokens.issue("finance", PASSWORD, null).token());
            SecurityContextHolder.getContext().setAuthentication(person.orElseThrow());
            accounts.rememberLocale(Locale.ENGLISH);
            accounts.rememberTheme(Theme.DARK);

            assertThat(accounts.preferences())
                    .isEqualTo(new Preferences(Locale.ENGLISH, Theme.DARK));
            accounts.rememberLocale(Locale.SIMPLIFIED_CHINESE);
            accounts.rememberTheme(Theme.LIGHT);
        }

        @Test
        void theDemonstrationListsItsAccounts() throws IOException {
            assertThat(Files.readAllLines(DATA.resolve("demo-accounts.txt")))
                    .hasSize(8)
                    .allMatch(line -> line.contains(PASSWORD));
        }
    }
}
