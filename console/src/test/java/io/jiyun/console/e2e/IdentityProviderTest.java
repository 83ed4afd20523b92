package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of a real Keycloak at a console whose cluster is away. */
@Tag("e2e")
class IdentityProviderTest {
    private static final String PASSWORD = "Outside-2026";
    private static final Duration SOON = Duration.ofSeconds(5);

    private static @Nullable Browser browser;
    private static @Nullable Keycloak keycloak;
    private static @Nullable JavaProcess console;
    private static String address = "";

    @BeforeAll
    static void aConsoleThatTrustsAProvider(@TempDir Path data) throws IOException {
        browser = Browser.open();
        keycloak = Keycloak.start(data);
        address = "http://127.0.0.1:" + JavaProcess.freePort();
        console =
                JavaProcess.start(
                        data.resolve("console.log"),
                        address + "/actuator/health/readiness",
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.jiyun.console.ConsoleApplication",
                                "--server.port=" + address.substring(address.lastIndexOf(':') + 1),
                                "--spring.profiles.active=demo",
                                "--jiyun.data=" + data,
                                "--jiyun.kubeconfig=" + data.resolve("none"),
                                "--jiyun.oidc.issuer=" + keycloak.issuer(),
                                "--jiyun.oidc.client-secret=known-to-the-test-alone",
                                "--jiyun.oidc.roles.cloud-keeper=CLOUD_ADMIN",
                                "--jiyun.oidc.roles.auditor=AUDITOR"));
    }

    @AfterAll
    static void endsAll() {
        for (AutoCloseable started : new @Nullable AutoCloseable[] {console, keycloak, browser}) {
            close(started);
        }
    }

    @Test
    void aPersonOfTheProviderComesInAndIsOutWithinSecondsOnceShut() throws Exception {
        try (Person keeper = person()) {
            signIn(keeper.page(), "outside-keeper");
            keeper.page().locator("vaadin-app-layout").waitFor();
            keeper.sees("外来 云管理员");

            ApiPerson administrator = ApiPerson.of(address, "system-admin");
            Instant shut = Instant.now();
            administrator.post("/api/v1/accounts/outside-keeper/disable", "{}");
            keeper.page()
                    .waitForCondition(() ->
                            keeper.page()
                                    .context()
                                    .request()
                                    .get(address + "/notices")
                                    .url()
                                    .contains("login"));
            assertThat(Duration.between(shut, Instant.now())).isLessThan(SOON);
        }
    }

    @Test
    void aPersonWithTwoRolesIsToldWhyTheDoorIsShut() {
        try (Person both = person()) {
            signIn(both.page(), "outside-both");
            both.sees("只保留一个");
        }
    }

    private static void signIn(Page page, String username) {
        page.navigate(address + "/login");
        page.locator("a.login-external").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    private static Person person() {
        return Objects.requireNonNull(browser).person(address);
    }

    private static void close(@Nullable AutoCloseable started) {
        if (started != null) {
            try {
                started.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
