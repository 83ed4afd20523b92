package io.jiyun.console.account;

import io.jiyun.console.access.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who there is to be told or asked; for other features, not for callers from outside. */
public interface People {
    Optional<Account> named(String username);

    /**
     * Those who hold the role and may come in.
     *
     * @param bureauCode whose; null for roles of the province
     */
    List<Account> holding(Role role, @Nullable String bureauCode);
}
