package io.jiyun.console;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.cluster.Cluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * The whole console with a cluster and a clock of the test's own. Nothing runs by itself: a test
 * says when the outbox is worked off and when database and cluster are compared.
 */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiyun.dispatch=false",
            "jiyun.resync-period=PT24H",
            "jiyun.data=target/test-data",
            "logging.level.root=warn"
        })
@ActiveProfiles("demo")
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
public abstract class ConsoleTests {
    public static final String HEALTH = "11530000MB0X01";
    public static final String EDUCATION = "11530000MB0X02";
    protected static final Path DATA = Path.of("target/test-data");

    @TestBean(name = "hubCluster")
    private Cluster hub;

    @TestBean private Clock clock;

    @Autowired private ApplicationEventPublisher events;
    @Autowired private SecurityContextHolderStrategy holder;
    @Autowired protected JdbcClient jdbc;

    static Cluster hub() {
        return new FakeCluster();
    }

    static Clock clock() {
        return new TestClock();
    }

    protected FakeCluster cluster() {
        return (FakeCluster) hub;
    }

    protected TestClock time() {
        return (TestClock) clock;
    }

    @BeforeEach
    void anEmptyProvince() {
        // Every application context brings its own, but the holder keeps only the newest.
        SecurityContextHolder.setContextHolderStrategy(holder);
        EmptyProvince.restore(jdbc);
        jdbc.sql("delete from audit_entry").update();
        jdbc.sql("update audit_head set sequence = 0, hash = :hash")
                .param("hash", "0".repeat(64))
                .update();
        jdbc.sql(
                        "update account set failed_logins = 0, locked_until = null, enabled = true,"
                                + " password_changed_at = :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        cluster().reset(events::publishEvent);
        cluster().hasPool("100");
        signIn(Role.CLOUD_ADMIN, null);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    public static void signIn(Role role, @Nullable String bureau) {
        var person =
                new Actor(
                        role.name().toLowerCase(java.util.Locale.ROOT), role.name(), role, bureau);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person,
                                null,
                                List.of(new SimpleGrantedAuthority(role.authority()))));
    }

    protected long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
