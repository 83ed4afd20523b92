package io.jiyun.console.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Bearer tokens of the REST API; open to callers who are not signed in yet. */
public interface Tokens {
    /**
     * Issues a token to the holder of a password.
     *
     * @param code code of the second factor; null without one
     * @throws org.springframework.security.core.AuthenticationException when name and password do
     *     not fit or the account is locked or disabled
     */
    IssuedToken issue(String username, String password, @Nullable String code);

    /** The person a token stands for; empty when it is unknown, expired or the account disabled. */
    Optional<AbstractAuthenticationToken> authenticate(String token);
}
