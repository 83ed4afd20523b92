package io.jiyun.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.AccountOutcome.Done;
import io.jiyun.console.account.AccountOutcome.Refused;
import io.jiyun.console.account.SignInRefused.Why;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.DisabledException;

class AccountAdministrationTest {
    private static final String FIRST = "Cloud-Pass-1";
    private static final String SECOND = "Cloud-Pass-2";

    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Administration {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Administration {}

    /** Accounts from the first day to the last. */
    abstract static class Administration extends ConsoleTests {
        @Autowired private AccountAdministration administration;
        @Autowired private SignIn signIn;
        @Autowired private Tokens tokens;

        @BeforeEach
        void nobodyNew() {
            jdbc.sql("delete from api_token").update();
            jdbc.sql("delete from password_history").update();
            jdbc.sql("delete from account where username like 'new-%'").update();
            jdbc.sql("update account set enabled = true, email = null").update();
            signIn(Role.SYSTEM_ADMIN, null);
        }

        @Test
        void anAccountIsMadeByOneAndAllowedByAnotherAndOpenedByItsOwner() {
            String handed = made("new-finance", Role.FINANCE);
            refused(Why.UNGRANTED, () -> signIn.check("new-finance", handed, null));

            signIn(Role.SECURITY_ADMIN, null);
            assertThat(administration.grantRole("new-finance", Role.FINANCE))
                    .isInstanceOf(Done.class);
            refused(Why.EXPIRED, () -> signIn.check("new-finance", handed, null));

            assertThat(signIn.changePassword("new-finance", handed, null, FIRST)).isEmpty();
            assertThat(signIn.check("new-finance", FIRST, null).getName()).isEqualTo("new-finance");
            assertThat(rows("audit_entry")).isEqualTo(3);
        }

        @Test
        void aPasswordExpiresAndNoneComesBackSoon() {
            opened("new-finance");
            time().letPass(Duration.ofDays(91));

            refused(Why.EXPIRED, () -> signIn.check("new-finance", FIRST, null));
            assertThat(reasons(signIn.changePassword("new-finance", FIRST, null, FIRST)))
                    .singleElement()
                    .asString()
                    .contains("最近 5 个");
            assertThat(signIn.changePassword("new-finance", FIRST, null, SECOND)).isEmpty();
            assertThat(signIn.changePassword("new-finance", SECOND, null, FIRST)).hasSize(1);
        }

        @Test
        void aWeakPasswordIsRefusedWithEverythingThatIsWrong() {
            opened("new-finance");

            assertThat(reasons(signIn.changePassword("new-finance", FIRST, null, "abc")))
                    .hasSize(2);
            assertThat(signIn.changePassword("new-finance", FIRST, null, "New-Finance-2026"))
                    .hasSize(1);
        }

        @Test
        void shuttingAnAccountEndsItsTokensAtOnce() {
            opened("new-finance");
            String token = tokens.issue("new-finance", FIRST, null).token();
            assertThat(tokens.authenticate(token)).isPresent();

            administration.disable("new-finance");

            assertThat(tokens.authenticate(token)).isEmpty();
            assertThatThrownBy(() -> signIn.check("new-finance", FIRST, null))
                    .isInstanceOf(DisabledException.class);
            administration.enable("new-finance");
            assertThat(tokens.authenticate(token)).as("old tokens stay dead").isEmpty();
        }

        @Test
        void changingThePasswordEndsOtherTokens() {
            opened("new-finance");
            String token = tokens.issue("new-finance", FIRST, null).token();

            signIn.changePassword("new-finance", FIRST, null, SECOND);

            assertThat(tokens.authenticate(token)).isEmpty();
        }

        @Test
        void nobodyChangesTheOwnAccountAndTheLastOfARoleStays() {
            assertThat(administration.disable("system_admin")).isInstanceOf(Refused.class);
            assertThat(administration.disable("audit-admin"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(reasons(refused.violations()).getFirst())
                                            .contains("唯一"));
        }

        @Test
        void aRoleOfABureauNeedsOneAndOnePersonHasOneAccount() {
            assertThat(administration.create(draft("new-clerk", Role.BUREAU_CLERK, null, null)))
                    .isInstanceOf(Refused.class);
            assertThat(administration.create(draft("new-one", Role.FINANCE, null, "a@example.cn")))
                    .isInstanceOf(Done.class);
            assertThat(administration.create(draft("new-two", Role.AUDITOR, null, "A@example.cn")))
                    .isInstanceOf(Refused.class);
            assertThat(administration.create(draft("New Two", Role.AUDITOR, null, "no address")))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.violations()).hasSize(2));
        }

        private String made(String username, Role role) {
            return Objects.requireNonNull(
                    ((Done) administration.create(draft(username, role, null, null))).password());
        }

        private void opened(String username) {
            String handed = made(username, Role.FINANCE);
            signIn(Role.SECURITY_ADMIN, null);
            administration.grantRole(username, Role.FINANCE);
            signIn(Role.SYSTEM_ADMIN, null);
            assertThat(signIn.changePassword(username, handed, null, FIRST)).isEmpty();
        }

        private static AccountDraft draft(
                String username,
                Role role,
                @org.jspecify.annotations.Nullable String bureau,
                @org.jspecify.annotations.Nullable String email) {
            return new AccountDraft(username, "某人", role, bureau, email);
        }

        private static void refused(
                Why why, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
            assertThatThrownBy(work)
                    .isInstanceOfSatisfying(
                            SignInRefused.class,
                            refusal -> assertThat(refusal.why()).isEqualTo(why));
        }

        private static List<String> reasons(List<SpecViolation> violations) {
            return violations.stream().map(SpecViolation::zh).toList();
        }
    }
}
