package io.jiyun.console.account;

import org.springframework.security.core.AuthenticationException;

/** The identity provider knows the person, but the console cannot let the person in. */
public final class ExternalSignInRefused extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Why {
        /** No role of the console, or more than one. */
        ROLE,
        /** A role of a bureau without a known bureau. */
        BUREAU,
        /** The name belongs to an account with a password. */
        NAME,
        /** The account was shut here. */
        DISABLED
    }

    private final Why why;

    public ExternalSignInRefused(Why why) {
        super("external sign-in refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
