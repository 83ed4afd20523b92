package io.jiyun.console.account.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.account.People;
import io.jiyun.console.account.Preferences;
import io.jiyun.console.account.Theme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}. */
@Repository
public class AccountTable implements People {
    private static final String MATCHES =
            " where lower(username) like :text or lower(display_name) like :text";

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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

    /** Those there are of these names, in one look. */
    Map<String, Account> named(Set<String> usernames) {
        Map<String, Account> found = new HashMap<>();
        if (!usernames.isEmpty()) {
            jdbc.sql("select * from account where username in (:usernames)")
                    .param("usernames", usernames)
                    .query((row, number) -> account(row))
                    .list()
                    .forEach(account -> found.put(account.username(), account));
        }
        return found;
    }

    @Override
    public Optional<Account> named(String username) {
        return find(username);
    }

    @Override
    public List<Account> holding(Role role, @Nullable String bureauCode) {
        return jdbc.sql(
                        "select * from account where role = :role and enabled and role_granted and"
                                + " coalesce(bureau_code, '') = :bureau order by username")
                .param("role", role.name())
                .param("bureau", bureauCode == null ? "" : bureauCode)
                .query((row, number) -> account(row))
                .list();
    }

    Optional<Account> findForUpdate(String username) {
        return jdbc.sql("select * from account where username = :username for update")
                .param("username", username)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<Account> findByIdentity(String identity) {
        return jdbc.sql("select * from account where identity = :identity for update")
                .param("identity", identity)
                .query((row, number) -> account(row))
                .optional();
    }

    boolean isEmailOfOthers(String email, String username) {
        return jdbc.sql(
                                "select count(*) from account where lower(email) = lower(:email)"
                                        + " and username <> :username")
                        .param("email", email)
                        .param("username", username)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether nobody else could do what the role does. */
    boolean isLastOf(Role role, String username) {
        return jdbc.sql(
                                "select count(*) from account where role = :role and enabled and"
                                        + " role_granted and username <> :username")
                        .param("role", role.name())
                        .param("username", username)
                        .query(Long.class)
                        .single()
                == 0;
    }

    void describe(AccountDraft draft) {
        jdbc.sql(
                        "update account set display_name = :name, email = :email where username ="
                                + " :username")
                .param("name", draft.displayName().strip())
                .param("email", draft.email())
                .param("username", draft.username())
                .update();
    }

    void enable(String username, boolean enabled) {
        jdbc.sql("update account set enabled = :enabled where username = :username")
                .param("enabled", enabled)
                .param("username", username)
                .update();
    }

    void grantRole(String username, Role role) {
        jdbc.sql(
                        "update account set role = :role, role_granted = true where username ="
                                + " :username")
                .param("role", role.name())
                .param("username", username)
                .update();
    }

    /** Role and bureau as the identity provider says. */
    void place(String username, Role role, @Nullable String bureau) {
        jdbc.sql(
                        "update account set role = :role, bureau_code = :bureau where username ="
                                + " :username")
                .param("role", role.name())
                .param("bureau", bureau)
                .param("username", username)
                .update();
    }

    void identify(String username, String identity) {
        jdbc.sql("update account set identity = :identity where username = :username")
                .param("identity", identity)
                .param("username", username)
                .update();
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
                                + " bureau_code, email, locale, theme, enabled, role_granted,"
                                + " failed_logins, created_at, password_changed_at) values"
                                + " (:username, :displayName, :hash, :role, :bureau, :email,"
                                + " :locale, :theme, :enabled, :granted, 0, :createdAt,"
                                + " :createdAt)")
                .param("email", account.email())
                .param("granted", account.roleGranted())
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

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("bureau_code"),
                row.getString("email"),
                new Preferences(
                        Locale.forLanguageTag(row.getString("locale")),
                        Theme.valueOf(row.getString("theme"))),
                row.getBoolean("enabled"),
                row.getBoolean("role_granted"),
                row.getString("identity") != null,
                row.getBoolean("factor_active"),
                moment(row, "locked_until"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("session_version"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
