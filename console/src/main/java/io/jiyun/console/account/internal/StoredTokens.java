package io.jiyun.console.account.internal;

import io.jiyun.console.account.Account;
import io.jiyun.console.account.IssuedToken;
import io.jiyun.console.account.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in table {@code api_token}: 256 random bits, kept as SHA-256, good for twelve hours. */
@Component
class StoredTokens implements Tokens {
    static final Duration VALIDITY = Duration.ofHours(12);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final AccountTable accounts;
    private final PasswordCheck passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredTokens(JdbcClient jdbc, AccountTable accounts, PasswordCheck passwords, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public IssuedToken issue(String username, String password) {
        passwords.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(username, password));
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = "jiyun_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(VALIDITY);
        jdbc.sql("delete from api_token where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into api_token (token_hash, username, issued_at, expires_at)"
                                + " values (:hash, :username, :issuedAt, :expiresAt)")
                .param("hash", hash(token))
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
                        "select username from api_token where token_hash = :hash and expires_at >"
                                + " :now")
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .flatMap(accounts::find)
                .filter(Account::enabled)
                .map(PasswordCheck::signedIn);
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
