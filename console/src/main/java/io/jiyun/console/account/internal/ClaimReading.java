package io.jiyun.console.account.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.account.ExternalSignInRefused;
import io.jiyun.console.account.OidcProperties;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the claims of an identity provider mean here. */
final class ClaimReading {
    private final OidcProperties properties;
    private final Map<String, Object> claims;

    ClaimReading(OidcProperties properties, Map<String, Object> claims) {
        this.properties = properties;
        this.claims = claims;
    }

    /**
     * The one role of the person. Several are refused rather than chosen from: the three
     * administrators must stay apart, and nobody is to decide by accident in another role.
     */
    Role role() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (at(properties.rolesClaim()) instanceof Collection<?> names) {
            properties
                    .roles()
                    .forEach((name, role) -> {
                        if (names.contains(name)) {
                            roles.add(role);
                        }
                    });
        }
        if (roles.size() != 1) {
            throw new ExternalSignInRefused(ExternalSignInRefused.Why.ROLE);
        }
        return roles.iterator().next();
    }

    @Nullable String bureau() {
        return text(properties.bureauClaim());
    }

    @Nullable String text(String claim) {
        Object value = at(claim);
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private @Nullable Object at(String path) {
        Object found = claims;
        for (String name : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }
}
