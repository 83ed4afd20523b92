package io.jiyun.console.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who acts.
 *
 * @param bureauCode bureau the person belongs to; null for people of the province
 */
public record Actor(String username, String displayName, Role role, @Nullable String bureauCode)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return username;
    }

    /** Whether data of the bureau may be shown to this person at all. */
    public boolean maySee(String bureau) {
        return !role.ofBureau() || bureau.equals(bureauCode);
    }
}
