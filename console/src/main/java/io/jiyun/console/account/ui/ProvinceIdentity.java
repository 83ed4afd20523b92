package io.jiyun.console.account.ui;

import io.jiyun.console.account.OidcProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The province's identity provider. Asked for its addresses at the first sign-in, not at the start:
 * the console runs, and passwords work, while it is away.
 */
class ProvinceIdentity implements ClientRegistrationRepository {
    static final String ID = "province";

    private final OidcProperties properties;
    private volatile @Nullable ClientRegistration found;

    ProvinceIdentity(OidcProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        ClientRegistration known = found;
        return known == null ? discover() : known;
    }

    private ClientRegistration discover() {
        String secret = properties.clientSecret();
        ClientRegistration.Builder builder =
                ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(properties.issuer()))
                        .registrationId(ID)
                        .clientId(properties.clientId())
                        .clientName(properties.name())
                        .scope("openid", "profile", "email");
        ClientRegistration registration =
                (secret == null
                                ? builder.clientAuthenticationMethod(
                                        ClientAuthenticationMethod.NONE)
                                : builder.clientSecret(secret))
                        .build();
        found = registration;
        return registration;
    }
}
