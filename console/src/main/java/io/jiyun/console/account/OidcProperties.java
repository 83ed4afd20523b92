package io.jiyun.console.account;

import io.jiyun.console.access.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in at the province's identity provider (OpenID Connect).
 *
 * @param issuer address of the provider; null to do without
 * @param clientId name of the console there
 * @param clientSecret its secret; null for a public client
 * @param name what the button on the sign-in page says
 * @param rolesClaim path of the claim that lists roles, with dots between the names
 * @param bureauClaim claim with the code of the person's bureau
 * @param roles which role of the provider is which role of the console
 */
@ConfigurationProperties("jiyun.oidc")
public record OidcProperties(
        @Nullable String issuer,
        @DefaultValue("jiyun") String clientId,
        @Nullable String clientSecret,
        @DefaultValue("统一身份认证") String name,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("bureau") String bureauClaim,
        @DefaultValue Map<String, Role> roles) {

    public boolean isConfigured() {
        return issuer != null && !issuer.isBlank();
    }
}
