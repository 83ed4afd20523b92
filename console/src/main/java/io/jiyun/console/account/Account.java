package io.jiyun.console.account;

import io.jiyun.console.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the system administrator sees it; never with its password.
 *
 * @param bureauCode bureau of the person; null for people of the province
 * @param lockedUntil null while the account is not locked
 */
public record Account(
        String username,
        String displayName,
        Role role,
        @Nullable String bureauCode,
        Preferences preferences,
        boolean enabled,
        @Nullable Instant lockedUntil,
        Instant createdAt) {}
