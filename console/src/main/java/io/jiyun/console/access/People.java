package io.jiyun.console.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who there is to hand a task to. */
public interface People {
    /**
     * People in a role whose accounts are enabled, by name.
     *
     * @param bureau only of this bureau; null for any
     */
    List<Actor> acting(Role role, @Nullable String bureau);
}
