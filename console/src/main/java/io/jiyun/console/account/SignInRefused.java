package io.jiyun.console.account;

import org.springframework.security.core.AuthenticationException;

/** Name and password were right, and yet the person cannot come in like this. */
public final class SignInRefused extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Why {
        /** The code of the second factor is still to come. */
        CODE,
        /** The password is too old, or somebody else made it. */
        EXPIRED,
        /** The security administrator has not granted the role yet. */
        UNGRANTED
    }

    private final Why why;

    public SignInRefused(Why why) {
        super("sign-in refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
