package io.jiyun.console.bureau.internal;

import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauRegister;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code bureau}. */
@Repository
public class BureauTable implements BureauRegister {
    private static final String MATCHES =
            " where (lower(code) like :text or lower(name) like :text) and (:all or code = :only)";

    private final JdbcClient jdbc;
    private final Clock clock;

    BureauTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Bureaus whose code or name contains the text.
     *
     * @param only code of the one bureau that may be shown; null for all
     */
    public List<Bureau> page(String text, @Nullable String only, int offset, int limit) {
        return matching(
                        "select *",
                        text,
                        only,
                        " order by name, code offset :offset rows fetch next :limit rows only")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> bureau(row))
                .list();
    }

    public long count(String text, @Nullable String only) {
        return matching("select count(*)", text, only, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec matching(
            String select, String text, @Nullable String only, String tail) {
        return jdbc.sql(select + " from bureau" + MATCHES + tail)
                .param("text", "%" + text.toLowerCase(Locale.ROOT) + "%")
                .param("all", only == null)
                .param("only", only == null ? "" : only);
    }

    public Optional<Bureau> find(String code) {
        return jdbc.sql("select * from bureau where code = :code")
                .param("code", code)
                .query((row, number) -> bureau(row))
                .optional();
    }

    @Override
    public Optional<String> nameOf(String code) {
        return find(code).map(Bureau::name);
    }

    @Override
    public boolean isKnown(String code) {
        return find(code).isPresent();
    }

    @Override
    public void enter(String code, String name, @Nullable String parentCode) {
        int known =
                jdbc.sql("update bureau set name = :name, parent_code = :parent where code = :code")
                        .param("name", name)
                        .param("parent", parentCode)
                        .param("code", code)
                        .update();
        if (known == 0) {
            jdbc.sql(
                            "insert into bureau (code, name, parent_code, registered_at) values"
                                    + " (:code, :name, :parent, :at)")
                    .param("code", code)
                    .param("name", name)
                    .param("parent", parentCode)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static Bureau bureau(ResultSet row) throws SQLException {
        return new Bureau(
                row.getString("code"), row.getString("name"), row.getString("parent_code"));
    }
}
