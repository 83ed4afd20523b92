package io.jiyun.console.account.internal;

import io.jiyun.console.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a password and a code needs to know.
 *
 * @param passwordChangedAt null where a new password is demanded
 * @param factorSecret encrypted; null without a second factor
 * @param factorStep time step of the code used last; 0 before the first
 */
record Credentials(
        Account account,
        String passwordHash,
        int failedLogins,
        @Nullable Instant passwordChangedAt,
        @Nullable String factorSecret,
        long factorStep) {}
