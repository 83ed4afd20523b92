package io.jiyun.console.account;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the system administrator sees it; never with its password.
 *
 * @param role the role held, or asked for while it is not granted
 * @param bureauCode bureau of the person; null for people of the province
 * @param email where notices go; null for none
 * @param roleGranted whether the security administrator has granted the role
 * @param external whether the person signs in at the identity provider
 * @param secondFactor whether a code is asked for after the password
 * @param lockedUntil null while the account is not locked
 * @param sessionVersion sessions and tokens of an older version have ended
 */
public record Account(
        String username,
        String displayName,
        Role role,
        @Nullable String bureauCode,
        @Nullable String email,
        Preferences preferences,
        boolean enabled,
        boolean roleGranted,
        boolean external,
        boolean secondFactor,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        long sessionVersion) {

    /** Whether the person may come in at all. */
    public boolean mayEnter() {
        return enabled && roleGranted;
    }

    /** The person, as whoever acts. */
    public Actor actor() {
        return new Actor(username, displayName, role, bureauCode);
    }

    /** A new account that may sign in at once. */
    public static Account granted(
            String username,
            String displayName,
            Role role,
            @Nullable String bureauCode,
            Instant createdAt) {
        return new Account(
                username,
                displayName,
                role,
                bureauCode,
                null,
                Preferences.DEFAULT,
                true,
                true,
                false,
                false,
                null,
                createdAt,
                0);
    }
}
