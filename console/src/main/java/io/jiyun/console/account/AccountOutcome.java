package io.jiyun.console.account;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a change of an account ended. */
public sealed interface AccountOutcome {
    /**
     * Done.
     *
     * @param password a new password to hand over once, to be changed at the first sign-in; null
     *     where none was made
     */
    record Done(@Nullable String password) implements AccountOutcome {
        @Override
        public String toString() {
            return "Done";
        }
    }

    /** Nothing changed; everything that is wrong. */
    record Refused(List<SpecViolation> violations) implements AccountOutcome {}
}
