package io.jiyun.console.account;

import java.time.Instant;

/** A bearer token for the REST API. The text is shown this once and kept only as a hash. */
public record IssuedToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
