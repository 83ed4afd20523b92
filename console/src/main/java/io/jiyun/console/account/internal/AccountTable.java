package io.jiyun.console.account.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.Preferences;
import io.jiyun.console.account.Theme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}. */
@Repository
public class AccountTable {
    private static final String MATCHES =
            " where lower(username) like :text or lower(display_name) like :text";

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the check of a password needs to know. */
    record Credentials(
            Account account,
            String passwordHash,
            int failedLogins,
            @Nullable Instant lockedUntil) {}

    public List<Account> page(String text, int offset, int limit) {
        return jdbc.sql(
                        "select * from account"
                                + MATCHES
                                + " order by username offset :offset rows fetch next :limit rows"
                                + " only")
                .param("text", pattern(text))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> account(row))
                .list();
    }

    public long count(String text) {
        return jdbc.sql("select count(*) from account" + MATCHES)
                .param("text", pattern(text))
                .query(Long.class)
                .single();
    }

    public Optional<Account> find(String username) {
        return jdbc.sql("select * from account where username = :username")
                .param("username", username)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Locks the row, so that parallel guesses are counted one after the other. */
    Optional<Credentials> credentialsForUpdate(String username) {
        return jdbc.sql("select * from account where username = :username for update")
                .param("username", username)
                .query((row, number) ->
                        new Credentials(
                                account(row),
                                row.getString("password_hash"),
                                row.getInt("failed_logins"),
                                moment(row, "locked_until")))
                .optional();
    }

    void recordLogin(String username, int failedLogins, @Nullable Instant lockedUntil) {
        jdbc.sql(
                        "update account set failed_logins = :failed, locked_until = :until where"
                                + " username = :username")
                .param("failed", failedLogins)
                .param("until", lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .update();
    }

    void insert(Account account, String passwordHash) {
        jdbc.sql(
                        "insert into account (username, display_name, password_hash, role,"
                                + " bureau_code, locale, theme, enabled, failed_logins, created_at)"
                                + " values (:username, :displayName, :hash, :role, :bureau,"
                                + " :locale, :theme, :enabled, 0, :createdAt)")
                .param("username", account.username())
                .param("displayName", account.displayName())
                .param("hash", passwordHash)
                .param("role", account.role().name())
                .param("bureau", account.bureauCode())
                .param("locale", account.preferences().locale().toLanguageTag())
                .param("theme", account.preferences().theme().name())
                .param("enabled", account.enabled())
                .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void rememberLocale(String username, Locale locale) {
        jdbc.sql("update account set locale = :locale where username = :username")
                .param("locale", locale.toLanguageTag())
                .param("username", username)
                .update();
    }

    public void rememberTheme(String username, Theme theme) {
        jdbc.sql("update account set theme = :theme where username = :username")
                .param("theme", theme.name())
                .param("username", username)
                .update();
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT) + "%";
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("bureau_code"),
                new Preferences(
                        Locale.forLanguageTag(row.getString("locale")),
                        Theme.valueOf(row.getString("theme"))),
                row.getBoolean("enabled"),
                moment(row, "locked_until"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
