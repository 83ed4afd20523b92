package io.jiyun.console.account.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.People;
import io.jiyun.console.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}, read for names to hand a task to. */
@Repository
class PeopleOfRole implements People {
    private final JdbcClient jdbc;

    PeopleOfRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Actor> acting(Role role, @Nullable String bureau) {
        return jdbc.sql(
                        "select username, display_name, bureau_code from account where role = :role"
                                + " and enabled and (:any or bureau_code = :bureau) order by"
                                + " username")
                .param("role", role.name())
                .param("any", bureau == null)
                .param("bureau", bureau == null ? "" : bureau)
                .query((row, number) ->
                        new Actor(
                                row.getString("username"),
                                row.getString("display_name"),
                                role,
                                row.getString("bureau_code")))
                .list();
    }
}
