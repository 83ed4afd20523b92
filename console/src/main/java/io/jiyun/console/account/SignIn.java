package io.jiyun.console.account;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coming in with a password, for callers who are not signed in yet. */
public interface SignIn {
    /**
     * Checks name, password and, where the account has a second factor, the code.
     *
     * @param code null while it was not asked for yet
     * @throws org.springframework.security.core.AuthenticationException when they do not fit, or
     *     the account is locked or shut; {@link SignInRefused} says what else is needed
     */
    PersonAuthentication check(String username, String password, @Nullable String code);

    /**
     * Completes a sign-in whose password was right a moment ago.
     *
     * @throws org.springframework.security.core.AuthenticationException when the code does not fit
     */
    PersonAuthentication complete(String username, String code);

    /**
     * Changes a password; the old one may have expired.
     *
     * @return what is wrong with the new one; empty when it was changed
     * @throws org.springframework.security.core.AuthenticationException when the old one does not
     *     fit
     */
    List<SpecViolation> changePassword(
            String username, String password, @Nullable String code, String replacement);
}
