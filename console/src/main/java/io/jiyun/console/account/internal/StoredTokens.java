package io.jiyun.console.account.internal;

import io.jiyun.console.account.Account;
import io.jiyun.console.account.IssuedToken;
import io.jiyun.console.account.PersonAuthentication;
import io.jiyun.console.account.SignIn;
import io.jiyun.console.account.Tokens;
import io.jiyun.console.digest.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in table {@code api_token}: 256 random bits, kept as SHA-256, good for twelve hours. */
@Component
class StoredTokens implements Tokens {
    static final Duration VALIDITY = Duration.ofHours(12);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SignIn passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredTokens(JdbcClient jdbc, SignIn passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public IssuedToken issue(String username, String password, @Nullable String code) {
        PersonAuthentication person = passwords.check(username, password, code);
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = "jiyun_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(VALIDITY);
        jdbc.sql("delete from api_token where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into api_token (token_hash, username, issued_at, expires_at,"
                                + " session_version) values (:hash, :username, :issuedAt,"
                                + " :expiresAt, :version)")
                .param("version", person.sessionVersion())
                .param("hash", Sha256.of(token))
                .param("username", username)
                .param("issuedAt", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new IssuedToken(token, expiresAt);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AbstractAuthenticationToken> authenticate(String token) {
        return jdbc.sql(
                        "select account.* from api_token join account on account.username ="
                            + " api_token.username and account.session_version ="
                            + " api_token.session_version where token_hash = :hash and expires_at >"
                            + " :now")
                .param("hash", Sha256.of(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> AccountTable.account(row))
                .optional()
                .filter(Account::mayEnter)
                .map(PersonAuthentication::of);
    }
}
