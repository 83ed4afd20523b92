package io.jiyun.console.notice;

import io.jiyun.console.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told. */
public sealed interface Audience {
    /** One person. */
    record Person(String username) implements Audience {}

    /**
     * Everybody who holds the role.
     *
     * @param bureauCode for roles of a bureau, whose; null for roles of the province
     */
    record Holders(Role role, @Nullable String bureauCode) implements Audience {}

    /** All of these, each person once. */
    record Together(List<Audience> all) implements Audience {}
}
