package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of requests, people, notices and the audit trail, each as who works there sees it. */
@Tag("e2e")
class AccessibilityTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> GRAVE = List.of("serious", "critical");

    private static @Nullable Demo demo;
    private static @Nullable Browser browser;
    private static String request = "";

    @BeforeAll
    static void aDemo(@TempDir Path data) throws IOException {
        browser = Browser.open();
        demo = Demo.start(data);
        try (Portal portal = new Portal(demo.address(), "health-clerk")) {
            request = portal.anyRequest("REJECTED");
        }
    }

    @AfterAll
    static void endsAll() {
        if (browser != null) {
            browser.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "health-clerk, zh-CN, requests requests/new requests/REJECTED notices",
        "health-clerk, en, requests requests/new requests/REJECTED notices",
        "cloud-admin, zh-CN, tasks password second-factor",
        "cloud-admin, en, tasks password second-factor",
        "security-admin, zh-CN, workflows calendar",
        "security-admin, en, workflows calendar",
        "system-admin, zh-CN, accounts bureaus channels",
        "system-admin, en, accounts bureaus channels",
        "audit-admin, zh-CN, audit",
        "audit-admin, en, audit"
    })
    void pagesHaveNoGraveFindingInEitherColourScheme(
            String username, String language, String pages) {
        List<String> findings = new ArrayList<>();
        try (Person person =
                Objects.requireNonNull(browser)
                        .person(Objects.requireNonNull(demo).address())
                        .signsIn(username)
                        .speaks(language)) {
            for (String path : pages.split(" ", -1)) {
                person.opens("/" + path.replace("REJECTED", request));
                person.page().locator("h1").first().waitFor();
                for (String scheme : List.of("light", "dark")) {
                    person.choosesScheme(scheme);
                    String picture = path.replace('/', '-') + "-" + language + "-" + scheme;
                    person.photographs(SCREENSHOTS.resolve(picture + ".png"));
                    grave(person).map(one -> picture + ": " + one).forEach(findings::add);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private static Stream<String> grave(Person person) {
        return new AxeBuilder(person.page())
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml());
    }
}
