package io.jiyun.console.api;

import io.jiyun.console.account.IssuedToken;
import io.jiyun.console.account.Tokens;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a program signs in. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenApi {
    private final Tokens tokens;

    TokenApi(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param code code of the second factor; null without one
     */
    record Login(@Nullable String username, @Nullable String password, @Nullable String code) {}

    record Token(String token, OffsetDateTime expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Token issue(@RequestBody Login login) {
        IssuedToken issued =
                tokens.issue(
                        login.username() == null ? "" : login.username(),
                        login.password() == null ? "" : login.password(),
                        login.code());
        return new Token(issued.token(), Times.written(issued.expiresAt()));
    }
}
