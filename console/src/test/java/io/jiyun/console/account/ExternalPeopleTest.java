package io.jiyun.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.ExternalSignInRefused.Why;
import io.jiyun.console.bureau.BureauRegister;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.context.TestPropertySource;

@OnH2
@TestPropertySource(
        properties = {
            "jiyun.oidc.roles-claim=realm_access.roles",
            "jiyun.oidc.roles.cloud-keeper=CLOUD_ADMIN",
            "jiyun.oidc.roles.clerk=BUREAU_CLERK",
            "jiyun.oidc.roles.auditor=AUDITOR"
        })
class ExternalPeopleTest extends ConsoleTests {
    private static final String ISSUER = "https://id.example.cn/realms/province";

    @Autowired private ExternalPeople people;
    @Autowired private BureauRegister bureaus;
    @Autowired private AccountAdministration administration;
    @Autowired private SignIn signIn;

    @BeforeEach
    void nobodyFromOutside() {
        jdbc.sql("delete from account where identity is not null").update();
        bureaus.enter(HEALTH, "云江省卫生健康委员会", null);
    }

    @Test
    void aRoleOfTheProviderBecomesTheRoleHere() {
        PersonAuthentication person =
                people.admit(ISSUER, "1", claims("wai-clerk", "clerk", "offline_access"));

        assertThat(person.getPrincipal())
                .isInstanceOfSatisfying(
                        Actor.class,
                        actor -> {
                            assertThat(actor.role()).isEqualTo(Role.BUREAU_CLERK);
                            assertThat(actor.bureauCode()).isEqualTo(HEALTH);
                        });
    }

    @Test
    void aChangedRoleHoldsFromTheNextSignInAndEndsOlderSessions() {
        PersonAuthentication before = people.admit(ISSUER, "1", claims("wai", "clerk"));
        PersonAuthentication after = people.admit(ISSUER, "1", claims("wai", "cloud-keeper"));

        assertThat(after.sessionVersion()).isGreaterThan(before.sessionVersion());
        assertThat(after.getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_CLOUD_ADMIN");
    }

    @Test
    void nobodyIsLetInWithoutARoleOrWithTwo() {
        refused(Why.ROLE, claims("wai", "offline_access"));
        refused(Why.ROLE, claims("wai", "auditor", "cloud-keeper"));
        assertThat(rows("audit_entry")).isZero();
    }

    @Test
    void aBureauThatIsNotRegisteredLetsNobodyIn() {
        refused(
                Why.BUREAU,
                Map.of(
                        "preferred_username", "wai",
                        "bureau", "unknown",
                        "realm_access", Map.of("roles", List.of("clerk"))));
    }

    @Test
    void anAccountWithAPasswordIsNotTakenOver() {
        refused(Why.NAME, claims("cloud-admin", "cloud-keeper"));
    }

    @Test
    void anAccountThatWasShutHereStaysShut() {
        people.admit(ISSUER, "1", claims("wai", "clerk"));
        signIn(Role.SYSTEM_ADMIN, null);
        assertThat(administration.disable("wai")).isInstanceOf(AccountOutcome.Done.class);

        refused(Why.DISABLED, claims("wai", "clerk"));
    }

    @Test
    void nobodyFromOutsideHasAPasswordHere() {
        people.admit(ISSUER, "1", claims("wai", "clerk"));

        assertThatThrownBy(() -> signIn.check("wai", "*", null))
                .isInstanceOf(BadCredentialsException.class);
    }

    private void refused(Why why, Map<String, Object> claims) {
        assertThatThrownBy(() -> people.admit(ISSUER, "1", claims))
                .isInstanceOfSatisfying(
                        ExternalSignInRefused.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    private static Map<String, Object> claims(String name, String... roles) {
        return Map.of(
                "preferred_username",
                name,
                "name",
                "某人",
                "bureau",
                HEALTH,
                "realm_access",
                Map.of("roles", List.of(roles)));
    }
}
