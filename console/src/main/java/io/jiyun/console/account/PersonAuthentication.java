package io.jiyun.console.account;

import io.jiyun.console.access.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who is signed in, by whatever means. Holds until the account's sessions are ended. */
public final class PersonAuthentication extends UsernamePasswordAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final long sessionVersion;

    private PersonAuthentication(Actor actor, long sessionVersion) {
        super(actor, null, List.of(new SimpleGrantedAuthority(actor.role().authority())));
        this.sessionVersion = sessionVersion;
    }

    public static PersonAuthentication of(Account account) {
        return new PersonAuthentication(account.actor(), account.sessionVersion());
    }

    public long sessionVersion() {
        return sessionVersion;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAuthentication person
                && super.equals(other)
                && person.sessionVersion == sessionVersion;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Long.hashCode(sessionVersion);
    }
}
