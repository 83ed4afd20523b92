package io.jiyun.console.account;

import io.jiyun.console.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account as the system administrator writes it.
 *
 * @param role the role asked for; the security administrator grants it
 * @param bureauCode required for people of a bureau, null for all others
 * @param email null for none
 */
public record AccountDraft(
        String username,
        String displayName,
        Role role,
        @Nullable String bureauCode,
        @Nullable String email) {}
