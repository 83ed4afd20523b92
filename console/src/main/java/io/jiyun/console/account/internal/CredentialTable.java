package io.jiyun.console.account.internal;

import io.jiyun.console.account.PasswordPolicy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What only the sign-in may know of an account. */
@Repository
class CredentialTable {
    private final JdbcClient jdbc;
    private final AccountTable accounts;

    CredentialTable(JdbcClient jdbc, AccountTable accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Locks the row, so that parallel guesses are counted one after the other. */
    Optional<Credentials> findForUpdate(String username) {
        return read("select * from account where username = :username for update", username);
    }

    Optional<Credentials> find(String username) {
        return read("select * from account where username = :username", username);
    }

    private Optional<Credentials> read(String query, String username) {
        return jdbc.sql(query)
                .param("username", username)
                .query((row, number) -> {
                    OffsetDateTime changed =
                            row.getObject("password_changed_at", OffsetDateTime.class);
                    long step = row.getLong("factor_step");
                    return new Credentials(
                            AccountTable.account(row),
                            row.getString("password_hash"),
                            row.getInt("failed_logins"),
                            changed == null ? null : changed.toInstant(),
                            row.getString("factor_secret"),
                            row.wasNull() ? 0 : step);
                })
                .optional();
    }

    void storePassword(String username, String hash, Instant now) {
        jdbc.sql(
                        "insert into password_history (username, changed_at, password_hash) select"
                                + " username, :now, password_hash from account where username ="
                                + " :username")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .update();
        jdbc.sql(
                        "update account set password_hash = :hash, password_changed_at = :now where"
                                + " username = :username")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .update();
    }

    /** Hashes of the passwords that may not come back, the present one among them. */
    List<String> remembered(String username) {
        return jdbc.sql(
                        "select password_hash from (select password_hash, changed_at from"
                            + " password_history where username = :username union all select"
                            + " password_hash, timestamp with time zone '9999-01-01 00:00:00+00'"
                            + " from account where username = :username) earlier order by"
                            + " changed_at desc fetch first :remembered rows only")
                .param("username", username)
                .param("remembered", PasswordPolicy.REMEMBERED)
                .query(String.class)
                .list();
    }

    void demandNewPassword(String username) {
        update("password_changed_at = null", username);
    }

    /** Ends what is open: every session and token of before. */
    void endSessions(String username) {
        update("session_version = session_version + 1", username);
    }

    void storeFactor(String username, @Nullable String secret, boolean active) {
        jdbc.sql(
                        "update account set factor_secret = :secret, factor_active = :active,"
                                + " factor_step = null where username = :username")
                .param("secret", secret)
                .param("active", active)
                .param("username", username)
                .update();
    }

    void activateFactor(String username) {
        update("factor_active = true", username);
    }

    void useStep(String username, long step) {
        jdbc.sql("update account set factor_step = :step where username = :username")
                .param("step", step)
                .param("username", username)
                .update();
    }

    void recordLogin(String username, int failedLogins, @Nullable Instant lockedUntil) {
        accounts.recordLogin(username, failedLogins, lockedUntil);
    }

    private void update(String assignment, String username) {
        jdbc.sql("update account set " + assignment + " where username = :username")
                .param("username", username)
                .update();
    }
}
