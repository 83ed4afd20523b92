package io.jiyun.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.access.Role;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.context.SecurityContextHolder;

@OnH2
class SecondFactorTest extends ConsoleTests {
    private static final String PASSWORD = "Jiyun-2026";
    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired private OwnAccount own;
    @Autowired private SignIn signIn;
    @Autowired private AccountAdministration administration;

    private String secret = "";

    @BeforeEach
    void aPersonTakesUpASecondFactor() {
        PersonAuthentication person = signIn.check("finance", PASSWORD, null);
        SecurityContextHolder.getContext().setAuthentication(person);
        secret = own.beginSecondFactor().secret();
        assertThat(own.confirmSecondFactor("000000")).isFalse();
        assertThat(own.hasSecondFactor()).isFalse();
        assertThat(own.confirmSecondFactor(code())).isTrue();
    }

    @AfterEach
    void nobodyHasOne() {
        jdbc.sql("update account set factor_secret = null, factor_active = false").update();
    }

    @Test
    void thePasswordAloneLetsNobodyIn() {
        assertThatThrownBy(() -> signIn.check("finance", PASSWORD, null))
                .isInstanceOfSatisfying(
                        SignInRefused.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(SignInRefused.Why.CODE));
        time().letPass(STEP);
        assertThat(signIn.check("finance", PASSWORD, code()).getName()).isEqualTo("finance");
    }

    @Test
    void aCodeIsTakenOnce() {
        time().letPass(STEP);
        String code = code();
        signIn.complete("finance", code);

        assertThatThrownBy(() -> signIn.complete("finance", code))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void guessingCodesLocksTheAccount() {
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThatThrownBy(() -> signIn.check("finance", PASSWORD, "000000"))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> signIn.check("finance", PASSWORD, "000000"))
                .isInstanceOf(LockedException.class);
    }

    @Test
    void theSecretIsSealedInTheDatabase() {
        assertThat(
                        jdbc.sql("select factor_secret from account where username = 'finance'")
                                .query(String.class)
                                .single())
                .doesNotContain(secret);
    }

    @Test
    void theSecurityAdministratorHelpsWhoLostIt() {
        signIn(Role.SECURITY_ADMIN, null);
        administration.resetSecondFactor("finance");

        assertThat(signIn.check("finance", PASSWORD, null).getName()).isEqualTo("finance");
    }

    private String code() {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        Instant now = time().instant();
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()), now);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
