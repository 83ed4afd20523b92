package io.jiyun.console;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.jiyun.console.access.Role;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.QuotaService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Pages without a browser, over the real services and a cluster of the test's own. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        properties = {
            "jiyun.dispatch=false",
            "jiyun.resync-period=PT24H",
            "jiyun.data=target/test-data",
            "logging.level.root=warn",
            "spring.datasource.url=jdbc:h2:mem:pages;MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1"
        })
@ActiveProfiles("demo")
@Tag("ui")
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
public abstract class PageTests extends SpringBrowserlessTest {

    @TestBean(name = "hubCluster")
    private Cluster hub;

    @Autowired private ApplicationEventPublisher events;
    @Autowired private JdbcClient jdbc;
    @Autowired protected QuotaService quotas;

    static Cluster hub() {
        return new FakeCluster();
    }

    protected FakeCluster cluster() {
        return (FakeCluster) hub;
    }

    @BeforeEach
    void anEmptyProvince() {
        EmptyProvince.restore(jdbc);
        cluster().reset(events::publishEvent);
        cluster().hasPool("100");
        as(Role.CLOUD_ADMIN, null);
    }

    /** Signs out last: the environment of the next test opens a page before that test signs in. */
    @Override
    @AfterEach
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }

    /** Signs in for the pages opened from here on. */
    protected static void as(Role role, @Nullable String bureau) {
        ConsoleTests.signIn(role, bureau);
    }

    /** Opens an address as a person would type it, with its query. */
    protected static void open(String address) {
        int query = address.indexOf('?');
        UI.getCurrent()
                .navigate(
                        query < 0 ? address : address.substring(0, query),
                        QueryParameters.fromString(query < 0 ? "" : address.substring(query + 1)));
    }

    /** Everything a person can read on the page that is open. */
    protected String read() {
        return find(Component.class).all().stream()
                .map(component -> component.getElement().getText())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
